import { HttpError } from 'routing-controllers'

export class RecipeNotFound extends HttpError {
  constructor() {
    super(404, 'There is no such recipe.')
  }
}

export class TitleTaken extends HttpError {
  constructor(title: string) {
    super(409, `There is a recipe called ${title}.`)
  }
}
