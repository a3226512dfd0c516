import { expect, it } from 'vitest'
import { serve } from './serve.js'

const head = `import express, { Router } from 'express'
const app = express()
app.get('/known', (req, res) => res.json({}))
`

const lost: readonly [string, string, readonly string[]][] = [
  ['a mount of something untyped', `declare const legacy: any; app.use('/legacy', legacy)`, ['`legacy`', '/legacy']],
  ['a mount of something unknown', `declare const legacy: unknown; app.use('/v1', legacy as any)`, ['legacy', '/v1']],
  [
    'a mount of something that registers like a router',
    `interface Paths { get(p: string): void; post(p: string): void; use(p: string): void }
     declare const legacy: Paths; app.use('/legacy', legacy)`,
    ['`legacy`', '/legacy'],
  ],
  ['a router of an unread package', `import { routes } from 'ours'; app.use('/ours', routes)`, ['`routes`', '/ours']],
  ['an application handed to something untyped', `declare const legacy: any; legacy.install(app)`, ['legacy.install']],
  ['an application handed to another package', `import { setup } from 'ours'; setup(app)`, ['`setup', 'package ours']],
  ['an application handed over in an object', `import { setup } from 'ours'; setup({ app })`, ['`setup']],
  [
    'an application handed on by a function',
    `import { setup } from 'ours'; const all = (instance: any) => { setup(instance) }; all(app)`,
    ['`setup'],
  ],
  [
    'a middleware that calls a router by hand',
    `app.use('/lazy', (q, r, n) => import('lazy').then((m: any) => m.router(q, r, n)))`,
    ['m.router', '/lazy'],
  ],
]

it.each(lost)('%s is said', (_, code, words) => {
  const { endpoints, unresolved } = serve(head + code)

  expect(endpoints).toEqual(['GET /known'])
  expect(unresolved).toHaveLength(1)
  for (const word of words) expect(unresolved[0]).toContain(word)
})

it.each([
  ['of another package', `import { controller, httpGet } from 'inversify-express-utils'`, 'inversify-express-utils'],
  ['of the project', `import { controller, httpGet } from './decorators.js'`, 'the project'],
])('routes by decorators %s are said', (_, imported, words) => {
  const { endpoints, unresolved } = serve({
    'src/app.ts': `${imported}\n${head}@controller('/pets') class Pets { @httpGet('/') list() { return [] } }`,
    'src/decorators.ts': `export const controller = (path: string) => (target: unknown) => {}
      export const httpGet = (path: string) => (target: unknown, name: string) => {}`,
  })

  expect(endpoints).toEqual(['GET /known'])
  expect(unresolved).toEqual([expect.stringContaining(`decorators of ${words}`)])
})

const harmless: readonly [string, string][] = [
  ['a server', `import http from 'node:http'; http.createServer(app).listen(80)`],
  ['a named server', `import { createServer } from 'http'; createServer(app).listen(80)`],
  ['a test client', `import request from 'supertest'; request(app).get('/known')`],
  ['monitoring', `import * as Sentry from '@sentry/node'; Sentry.setupExpressErrorHandler(app)`],
  ['middlewares of packages', `import cors from 'cors'; import helmet from 'helmet'; app.use(helmet(), cors())`],
  ['a limit under a prefix', `import { rateLimit } from 'express-rate-limit'; app.use('/api', rateLimit({}))`],
  ['a page of documents', `import ui from 'swagger-ui-express'; app.use('/docs', ui.serve, ui.setup({}))`],
  ['files', `app.use('/files', express.static('files'))`],
  ['middlewares of the project', `const guard = (role: any) => (q, r, n) => n(); app.use('/a', guard('x'))`],
  ['a middleware that calls another', `import auth from 'auth'; app.use('/a', (q, r, n) => auth()(q, r, n))`],
  ['a function of the project', `function setup(target: any) { target.set('x', 1) }; setup(app)`],
  ['what the platform does', `console.log(app); Promise.resolve(app); [].push(app); new Map().set('app', app)`],
]

it.each(harmless)('%s leaves nothing unresolved', (_, code) => {
  const { endpoints, unresolved } = serve(head + code)

  expect(endpoints).toEqual(['GET /known'])
  expect(unresolved).toEqual([])
})
