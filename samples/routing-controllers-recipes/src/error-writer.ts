import type { NextFunction, Request, Response } from 'express'
import { type ExpressErrorMiddlewareInterface, type HttpError, Middleware } from 'routing-controllers'

@Middleware({ type: 'after' })
export class ErrorWriter implements ExpressErrorMiddlewareInterface {
  error(error: HttpError, _request: Request, response: Response, _next: NextFunction): void {
    response.status(error.httpCode || 500).json({ error: error.name, message: error.message })
  }
}
