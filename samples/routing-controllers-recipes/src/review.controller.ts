import { Body, Get, JsonController, Param, Post } from 'routing-controllers'
import { NewReview, type Review } from './recipe'
import { recipeOf, reviews } from './store'

@JsonController('/recipes/:recipeId/reviews')
export class ReviewController {
  @Get()
  async list(@Param('recipeId') recipeId: number): Promise<{ stars: number | null; reviews: Review[] }> {
    const found = reviews.get(recipeOf(recipeId).id) ?? []
    const sum = found.reduce((total, review) => total + review.stars, 0)
    return { stars: found.length === 0 ? null : sum / found.length, reviews: found }
  }

  @Post()
  add(@Param('recipeId') recipeId: number, @Body({ required: true }) body: NewReview): { count: number } {
    const { id } = recipeOf(recipeId)
    const known = [...(reviews.get(id) ?? []), { stars: body.stars, text: body.text ?? null }]
    reviews.set(id, known)
    return { count: known.length }
  }
}
