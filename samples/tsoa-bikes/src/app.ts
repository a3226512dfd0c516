import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { ValidateError } from 'tsoa'
import { Refusal } from './errors'
import { RegisterRoutes } from './routes'

export function createApp(): Express {
  const app = express()
  app.use(express.json())
  RegisterRoutes(app)
  app.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (error instanceof ValidateError) {
      res.status(422).json({ message: 'refused', fields: Object.keys(error.fields) })
      return
    }
    if (error instanceof Refusal) {
      res.status(error.status).json({ message: error.message })
      return
    }
    next(error)
  })
  return app
}
