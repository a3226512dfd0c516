import { expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express, { type Request, type Response, type NextFunction } from 'express'
  import { z } from 'zod'
  interface Options { status?: number }
  const optional = (res: Response, data: unknown, o?: Options) => { res.status(o?.status ?? 200).json({ data }) }
  const empty = (res: Response, data: unknown, o: Options = {}) => { res.status(o.status ?? 200).json({ data }) }
  const or = (res: Response, data: unknown, o?: Options) => { res.status(o?.status || 200).json({ data }) }
  const taken = (res: Response, data: unknown, { status = 200 }: Options = {}) => { res.status(status).json({ data }) }
  const inside = (res: Response, data: unknown, o: Options = {}) => { const { status = 200 } = o; res.status(status).json({ data }) }
  const app = express()
  app.get('/optional', (req, res) => optional(res, 1))
  app.post('/optional', (req, res) => optional(res, 1, { status: 201 }))
  app.get('/empty', (req, res) => empty(res, 1))
  app.post('/empty', (req, res) => empty(res, 1, { status: 201 }))
  app.get('/or', (req, res) => or(res, 1))
  app.post('/or', (req, res) => or(res, 1, { status: 201 }))
  app.get('/taken', (req, res) => taken(res, 1))
  app.post('/taken', (req, res) => taken(res, 1, { status: 201 }))
  app.get('/inside', (req, res) => inside(res, 1))
  app.post('/inside', (req, res) => inside(res, 1, { status: 201 }))
  const valid = (where: 'body' | 'query', schema: z.ZodTypeAny) => (req: Request, res: Response, next: NextFunction) => {
    const source = where === 'body' ? req.body : req.query
    schema.parse(source)
    next()
  }
  app.put('/chosen', valid('body', z.object({ name: z.string() })), (req, res) => { res.json({}) })
  app.get('/chosen', valid('query', z.object({ page: z.string() })), (req, res) => { res.json({}) })
`)
const all = routes.flatMap((route) => endpointsOf(project, route, dialect))
const at = (method: string, path: string) => all.find((each) => each.method === method && each.path === path)

it.each(['/optional', '/empty', '/or', '/taken', '/inside'])(
  '%s: an option that a call leaves out is its default, whatever other calls hand over',
  (path) => {
    const statuses = (method: string) => at(method, path)?.responses.map(({ status }) => status)
    expect([statuses('GET'), statuses('POST')]).toEqual([['200'], ['201']])
  },
)

it('reads the part of the request that is chosen by what the caller has written', () => {
  expect(at('PUT', '/chosen')?.body?.contents[0]?.schema).toMatchObject({ properties: { name: { type: ['string'] } } })
  expect(at('GET', '/chosen')?.parameters.map(({ name }) => name)).toEqual(['page'])
})
