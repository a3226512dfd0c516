import { describe, expect, it } from 'vitest'
import { endpointsOf as endpointsOfRoute } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const endpointsOf = (code: string) => {
  const { project, routes } = serve(code)
  return routes.flatMap((route) => endpointsOfRoute(project, route, dialect))
}

const app = (around: string, handler: string, after = '') => `
import express, { type ErrorRequestHandler, type NextFunction, type Request, type Response } from 'express'
import createError, { isHttpError } from 'http-errors'
const app = express()
${around}
app.get('/pets', ${handler})
${after}`
const pets = `(req: Request, res: Response) => { res.json({ total: 1 }) }`

describe('a middleware that puts its own method in the place of `res.json`', () => {
  it.each([
    ['wraps what is sent', `const json = res.json.bind(res); res.json = (body) => json({ data: body })`, true],
    ['takes a method that is made elsewhere', `res.json = envelope(res)`, true],
    [
      'changes what is sent',
      `const json = res.json; res.json = function (body) { body.at = 1; return json.call(this, body) }`,
      true,
    ],
    [
      'hands it on',
      `const json = res.json; res.json = function (body) { log(body); return json.call(this, body) }`,
      false,
    ],
    [
      'hands all of it on',
      `const json = res.json.bind(res); res.json = (...all) => { log(all); return json(...all) }`,
      false,
    ],
  ])('%s', (_, code, isUnknown) => {
    const around = `declare function log(body: unknown): void
      declare function envelope(res: Response): Response['json']
      app.use((req: Request, res: Response, next: NextFunction) => { ${code}; next() })`
    const [endpoint] = endpointsOf(app(around, pets))
    const schema = endpoint?.responses[0]?.contents[0]?.schema

    expect(endpoint?.responses.map(({ status }) => status)).toEqual(['200'])
    expect(schema?.inexact).toEqual(isUnknown ? expect.stringContaining('`res.json` is replaced') : undefined)
    expect(schema?.properties === undefined).toBe(isUnknown)
  })
})

describe('an error of http-errors', () => {
  const answer = `const onError: ErrorRequestHandler = (error, req, res, next) => {
    if (isHttpError(error)) return void res.status(error.statusCode).json({ message: error.message })
    res.status(500).json({ unexpected: true })
  }
  app.use(onError)`

  it.each([
    ['is made with its status', `next(createError(404, 'none'))`, '404'],
    ['is made by its name', `next(createError.Conflict('taken'))`, '409'],
    ['is constructed', `throw new createError.Gone()`, '410'],
  ])('%s', (_, code, status) => {
    const handler = `(req: Request, res: Response, next: NextFunction) => { if (req.query.a) { ${code}; return } res.json({ total: 1 }) }`
    const [endpoint] = endpointsOf(app('', handler, answer))

    expect(endpoint?.responses.map((each) => each.status)).toEqual(['200', status])
    expect(Object.keys(endpoint?.responses[1]?.contents[0]?.schema.properties ?? {})).toEqual(['message'])
  })

  it('is not what a class of the project is that only has a status', () => {
    const own = `class Missing extends Error { readonly status = 404 }`
    const handler = `() => { throw new Missing() }`
    const [endpoint] = endpointsOf(app(own, handler, answer))

    expect(endpoint?.responses.map((each) => each.status)).toEqual(['500'])
  })
})

it('each of several functions in a loop answers on its own route', () => {
  const endpoints = endpointsOf(`
    import express, { type Request, type Response } from 'express'
    const app = express()
    const checks = { live: () => ({ up: true }), ready: () => ({ up: true, jobs: 3 }) }
    for (const [name, check] of Object.entries(checks)) app.get('/' + name, (req: Request, res: Response) => { res.json(check()) })`)

  expect(
    endpoints.map(({ path, responses }) => [path, Object.keys(responses[0]?.contents[0]?.schema.properties ?? {})]),
  ).toEqual([
    ['/live', ['up']],
    ['/ready', ['up', 'jobs']],
  ])
})

describe('a function for all methods that only lets requests pass or refuses them', () => {
  const around = (path: string) => `
    const authenticate = (req: Request, res: Response, next: NextFunction) => {
      if (!req.headers.authorization) return void res.status(401).json({ message: 'who?' })
      next()
    }
    app.all('${path}', authenticate)
    app.get('/owners', ${pets})`
  const secured = (path: string) =>
    endpointsOf(app(around(path), pets)).map((each) => `${each.method} ${each.path} ${each.security.kind}`)

  it.each([
    ['runs before the routes that its path covers', '/pets', ['GET /owners open', 'GET /pets guarded']],
    ['runs before those below a wildcard', '/*splat', ['GET /owners guarded', 'GET /pets guarded']],
    ['runs before those with an optional part', '/pets{/*rest}', ['GET /owners open', 'GET /pets guarded']],
    ['does not run below its path', '/', ['GET /owners open', 'GET /pets open']],
  ])('%s', (_, path, expected) => {
    expect(secured(path)).toEqual(expected)
  })

  it('is a route where it answers', () => {
    const answering = `app.all('/proxy', (req: Request, res: Response, next: NextFunction) => { if (req.query.a) return next(); res.json({ a: 1 }) })`
    expect(endpointsOf(app(answering, pets)).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'ALL /proxy',
      'GET /pets',
    ])
  })
})
