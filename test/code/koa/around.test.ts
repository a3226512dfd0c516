import { describe, expect, it } from 'vitest'
import { koa } from '../../../src/code/adapters/koa/adapter.js'
import { createSourceFileCache } from '../../../src/code/program/source-files.js'
import type { Endpoint } from '../../../src/model/endpoint.js'
import { openFiles } from '../in-memory.js'

const cache = createSourceFileCache()

/** `GET /things`, answered by `handler` with `around` before it. */
function served(around: string, handler: string): Endpoint {
  const text = `
    import Router from '@koa/router'
    import Koa from 'koa'
    const app = new Koa()
    ${around}
    const router = new Router()
    router.get('/things', async (ctx) => { ${handler} })
    app.use(router.routes())
    app.listen(1)
  `
  const tsconfig = '{"compilerOptions":{"strict":true,"module":"NodeNext","esModuleInterop":true},"files":["a.ts"]}'
  const files = new Map([
    ['package.json', '{"dependencies":{"koa":"3","@koa/router":"15"}}'],
    ['tsconfig.json', tsconfig],
    ['a.ts', text],
  ])
  const project = openFiles('test/code/koa', files, { cache })
  const [first] = koa.read(project).endpoints
  if (first === undefined) throw new Error('nothing was read')
  return first
}

const statuses = (endpoint: Endpoint) => endpoint.responses.map(({ status }) => status)
const hidden = (endpoint: Endpoint) =>
  endpoint.gaps.flatMap(({ about, statuses: some = [] }) => (about === 'status' ? some : []))

describe('a function around the handler that looks at its answer', () => {
  it('may write another body, which is not said to be sent', () => {
    const around = 'app.use(async (ctx, next) => { await next(); if (ctx.query.wrap) ctx.body = {} })'
    const [answer] = served(around, 'ctx.body = [1, 2]').responses
    const reasons = answer?.contents[0]?.schema.anyOf?.map(({ inexact }) => inexact)
    expect(reasons).toEqual([undefined, 'a function around the handler may write another body'])
  })

  it('may always write another body where it looks at the answer, so that the first is not said to be sent either', () => {
    const around =
      'app.use(async (ctx, next) => { await next(); if (ctx.body !== undefined && ctx.status < 300) ctx.body = { result: ctx.body } })'
    const [answer] = served(around, 'ctx.body = [1, 2]').responses
    expect(answer?.contents[0]?.schema.inexact).toBe('a function around the handler may write another body')
  })

  it('leaves a body alone where it looks for none', () => {
    const around =
      'app.use(async (ctx, next) => { await next(); if (ctx.body == null && ctx.status < 300) ctx.body = {} })'
    const [answer] = served(around, 'ctx.body = [1, 2]').responses
    expect(answer?.contents.map(({ schema }) => [schema.type, schema.anyOf])).toEqual([[['array'], undefined]])
  })

  it('may write a body where the handler has set none', () => {
    const around = 'app.use(async (ctx, next) => { await next(); if (!ctx.body) ctx.body = {} })'
    const [answer] = served(around, 'ctx.status = 200').responses
    expect(answer?.contents.map(({ mediaType }) => mediaType)).toEqual(['application/json'])
  })

  it('may refuse it, which is not said to happen', () => {
    const around = 'app.use(async (ctx, next) => { await next(); if (ctx.status === 418) ctx.throw(418) })'
    const endpoint = served(around, 'ctx.body = [1, 2]')
    expect(statuses(endpoint)).toEqual(['200'])
    expect(hidden(endpoint)).toContain('418')
  })
})

describe('a catch', () => {
  it('has nothing to answer where nothing can fail', () => {
    expect(statuses(served('', "try { ctx.body = { status: 'OK' } } catch (error) { console.error(error) }"))).toEqual([
      '200',
    ])
  })

  it('has where something is called', () => {
    const handler = 'try { ctx.body = { at: Date.now() } } catch { ctx.status = 503; ctx.body = {} }'
    expect(statuses(served('', handler))).toEqual(['200', '503'])
  })
})

describe('an error of another package', () => {
  const own = 'class HttpError extends Error { constructor(readonly status: number) { super() } }'

  it('is of no class of the project, though both are called alike', () => {
    const around = `${own}
      app.use(async (ctx, next) => {
        try { await next() } catch (error) { ctx.status = error instanceof HttpError ? error.status : 500; ctx.body = {} }
      })`
    expect(statuses(served(around, "ctx.throw(401, 'who?')"))).toEqual(['500'])
    expect(statuses(served(around, 'throw new HttpError(409)'))).toEqual(['409'])
  })
})

it.each(['PassThrough', 'Readable', 'Transform'])('a body that is a %s is bytes, not JSON', (name) => {
  const [answer] = served(`import { ${name} } from 'node:stream'`, `ctx.body = new ${name}()`).responses
  expect(answer?.contents.map(({ mediaType }) => mediaType)).toEqual(['application/octet-stream'])
})

describe('koa-jwt', () => {
  const guarded = (unless: string) =>
    served(`import jwt from 'koa-jwt'\n app.use(jwt({ secret: 's' })${unless})`, 'ctx.body = [1, 2]')
  // As the package answers: 401 in plain text.
  it.each([
    ['', 'guarded', ['200', '401']],
    [".unless({ path: ['/login', /^\\/public/] })", 'guarded', ['200', '401']],
    [".unless({ path: ['/things'] })", 'open', ['200']],
    ['.unless({ path: [/^\\/thi/] })', 'open', ['200']],
    ['.unless({ path: /^\\/things$/ })', 'open', ['200']],
    [".unless({ path: ['/login'], method: 'GET' })", 'open', ['200']],
    [".unless({ path: ['/login'], method: 'POST' })", 'guarded', ['200', '401']],
    [".unless({ path: [{ url: '/things' }] })", 'guarded', ['200', '401']],
  ])('%s', (unless, security, answers) => {
    const endpoint = guarded(unless)
    expect([endpoint.security.kind, statuses(endpoint)]).toEqual([security, answers])
  })

  it('may refuse where more than the path decides', () => {
    const endpoint = guarded(".unless({ path: ['/login'], custom: () => true })")
    expect([endpoint.security.kind, statuses(endpoint)]).toEqual(['optional', ['200']])
    expect(hidden(endpoint)).toContain('401')
  })
})

it('a route of koa-joi-router refuses what does not fit with 400, or with the status that it names', () => {
  const refused = (failure: string) => {
    const around = `import joiRouter from 'koa-joi-router'
      const pets = joiRouter()
      const Joi = joiRouter.Joi
      pets.route({ method: 'get', path: '/', validate: { query: { page: Joi.number() }${failure} }, handler: async (ctx) => { ctx.body = 'a' } })
      app.use(pets.middleware())`
    return hidden(served(around, 'ctx.body = [1, 2]'))
  }
  expect(refused('')).toContain('400')
  expect(refused(', failure: 422')).toContain('422')
})

it('koa-respond only puts methods on contexts', () => {
  const endpoint = served("import respond from 'koa-respond'\n app.use(respond())", 'ctx.body = [1, 2]')
  expect([endpoint.security.kind, statuses(endpoint)]).toEqual(['open', ['200']])
  expect(endpoint.gaps.map(({ reason }) => reason).join()).not.toContain('respond')
})
