import type { ErrorRequestHandler } from 'express'
import { ApiError } from './errors.js'

export const errorHandler: ErrorRequestHandler = (error, _req, res, _next) => {
  if (error instanceof ApiError) {
    res.status(error.status).json({ error: { code: error.code, message: error.message } })
    return
  }
  res.status(500).json({ error: { code: 'internal', message: 'Something went wrong' } })
}
