import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import type { Schema } from '../../../src/model/schema.js'
import { serve } from './serve.js'

const read = (code: string) => {
  const { project, routes } = serve(`import express, { type NextFunction, type Request, type Response } from 'express'
    const app = express()
    class AppError extends Error {
      readonly kind: 'fail' | 'error'
      constructor(readonly statusCode: number, message: string, readonly details?: unknown) { super(message); this.kind = 'fail' }
    }
    const config = { env: process.env.NODE_ENV ?? 'development' }
    const isDev = config.env === 'development'
    ${code}
    app.get('/a', () => { throw new AppError(409, 'taken') })
    app.use((err: any, req: Request, res: Response, next: NextFunction) => { answer(err, res) })`)
  return routes.flatMap((route) => endpointsOf(project, route, dialect))[0]?.responses ?? []
}
const bodies = (code: string): readonly Schema[] =>
  read(code).flatMap(({ contents }) => contents.map(({ schema }) => schema))

describe('an answer that depends on the environment', () => {
  it.each([
    [
      'is the one of production',
      `if (process.env.NODE_ENV === 'development') return res.status(err.statusCode).json({ stack: err.stack })`,
    ],
    ['by a setting', `if (config.env !== 'production') return res.status(err.statusCode).json({ stack: err.stack })`],
    ['by a constant', `if (isDev) { res.status(err.statusCode).json({ stack: err.stack }); return }`],
    [
      'by the application',
      `if (app.get('env') === 'development') return res.status(err.statusCode).json({ stack: err.stack })`,
    ],
  ])('%s', (_, first) => {
    const [body, ...others] = bodies(`const answer = (err: any, res: Response) => { ${first}
      res.status(err.statusCode).json({ message: err.message }) }`)
    expect([Object.keys(body?.properties ?? {}), others]).toEqual([['message'], []])
  })

  it.each([
    ['a spread', `...(isDev && { stack: err.stack })`],
    ['a choice of spreads', `...(config.env === 'production' ? {} : { stack: err.stack })`],
    ['a choice', `stack: isDev ? err.stack : undefined`],
  ])('may have a field that is added by %s, or not', (_, field) => {
    const [body] = bodies(
      `const answer = (err: any, res: Response) => res.status(err.statusCode).json({ message: err.message, ${field} })`,
    )
    expect(body?.required).toEqual(['message'])
    expect(body?.properties?.stack?.presence).toBeDefined()
  })
})

describe('a field of an error that is followed', () => {
  const [body] = bodies(
    `const answer = (err: any, res: Response) =>
      res.status(err.statusCode).json({ message: err.message, details: err.details, other: err.other, kind: err.kind })`,
  )

  it('has the type that its class says, but for which of several values', () => {
    expect(body?.properties?.message?.type).toEqual(['string'])
    expect(body?.properties?.kind).toMatchObject({ type: ['string'], inexact: expect.any(String) })
  })

  it.each([
    ['a spread under it', `...(err.details && { more: err.details })`],
    ['itself', `more: err.code`],
  ])('is not told of where this error may never have it: %s', (_, field) => {
    const [first] = bodies(`interface AppError { code?: string }
      const answer = (err: AppError, res: Response) => res.status(err.statusCode).json({ message: err.message, ${field} })`)
    expect(first?.properties?.more?.presence).toBeDefined()
  })

  it.each(['details', 'other'])('may be missing where the class does not say that it is there: %s', (name) => {
    expect(body?.properties?.[name]?.presence).toBeDefined()
  })
})
