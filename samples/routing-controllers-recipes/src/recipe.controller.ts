import {
  Authorized,
  Body,
  CurrentUser,
  Delete,
  Get,
  HeaderParam,
  HttpCode,
  JsonController,
  OnUndefined,
  Param,
  Patch,
  Post,
  QueryParam,
} from 'routing-controllers'
import type { Cook } from './cooks'
import { RecipeNotFound, TitleTaken } from './errors'
import { NewRecipe, Recipe, RecipeChange } from './recipe'
import { add, recipeOf, recipes } from './store'

@JsonController('/recipes')
export class RecipeController {
  @Get()
  list(
    @QueryParam('course') course: 'starter' | 'main' | 'dessert',
    @QueryParam('limit') limit: number,
  ): { items: Recipe[]; total: number } {
    const items = recipes.filter((recipe) => course === undefined || recipe.course === course)
    return { items: items.slice(0, limit ?? 20), total: items.length }
  }

  @Get('/today')
  today(): { id: number; title: string } | null {
    const last = recipes.at(-1)
    return last === undefined ? null : { id: last.id, title: last.title }
  }

  @Get('/:id')
  @OnUndefined(RecipeNotFound)
  one(@Param('id') id: number): Recipe | undefined {
    return recipes.find((recipe) => recipe.id === id)
  }

  @Post()
  @Authorized()
  @HttpCode(201)
  create(@Body({ required: true }) body: NewRecipe, @CurrentUser({ required: true }) cook: Cook): Recipe {
    if (recipes.some((recipe) => recipe.title === body.title)) throw new TitleTaken(body.title)
    return add({ ...body, cook: cook.name })
  }

  @Patch('/:id')
  @Authorized()
  change(@Param('id') id: number, @Body() body: RecipeChange): Recipe {
    return Object.assign(recipeOf(id), body)
  }

  @Delete('/:id')
  @Authorized('chef')
  @OnUndefined(204)
  async remove(@Param('id') id: number, @HeaderParam('X-Reason', { required: true }) reason: string): Promise<void> {
    recipes.splice(recipes.indexOf(recipeOf(id)), reason === 'keep' ? 0 : 1)
  }
}
