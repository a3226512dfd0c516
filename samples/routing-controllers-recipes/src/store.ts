import { RecipeNotFound } from './errors'
import { Recipe, type Review } from './recipe'

export const recipes: Recipe[] = []
export const reviews = new Map<number, Review[]>()

export function recipeOf(id: number): Recipe {
  const found = recipes.find((recipe) => recipe.id === id)
  if (!found) throw new RecipeNotFound()
  return found
}

export function add(recipe: Omit<Recipe, 'id' | 'secret'>): Recipe {
  const made = Object.assign(new Recipe(), recipe, { id: recipes.length + 1, secret: 'more butter' })
  recipes.push(made)
  return made
}
