import type { NextFunction, Request, Response } from 'express'
import type { User } from '../domain/user.js'
import { sessions } from '../store/sessions.js'

declare global {
  namespace Express {
    interface Locals {
      user: User
    }
  }
}

/** Lets nobody pass who does not show a token. */
export function requireAuth(req: Request, res: Response, next: NextFunction): void {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ')
  const user = scheme === 'Bearer' && token ? sessions.userOf(token) : undefined
  if (!user) {
    res.status(401).json({ error: { code: 'unauthenticated', message: 'Show a bearer token' } })
    return
  }
  res.locals.user = user
  next()
}

/** Lets only administrators pass; runs after {@link requireAuth}. */
export function requireAdmin(_req: Request, res: Response, next: NextFunction): void {
  if (res.locals.user.role !== 'admin') {
    res.status(403).json({ error: { code: 'forbidden', message: 'Administrators only' } })
    return
  }
  next()
}
