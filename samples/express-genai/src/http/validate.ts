import type { NextFunction, Request, Response } from 'express'
import type { ZodType } from 'zod'

/** Refuses a body that the schema does not accept; the handler sees the parsed one. */
export const validateBody =
  (schema: ZodType) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const parsed = schema.safeParse(req.body)
    if (!parsed.success) {
      res.status(400).json({ error: { code: 'invalid_request', message: parsed.error.message } })
      return
    }
    req.body = parsed.data
    next()
  }

/** Refuses a query string that the schema does not accept; the parsed one is in `res.locals.query`. */
export const validateQuery =
  (schema: ZodType) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const parsed = schema.safeParse(req.query)
    if (!parsed.success) {
      res.status(400).json({ error: { code: 'invalid_request', message: parsed.error.message } })
      return
    }
    res.locals.query = parsed.data
    next()
  }
