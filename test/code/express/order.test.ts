import { expect, it } from 'vitest'
import { serve } from './serve.js'

const head = `import express, { Router, type Express, type ErrorRequestHandler, type RequestHandler } from 'express'
declare const h: RequestHandler
const first: RequestHandler = (req, res, next) => next()
const second: RequestHandler = (req, res, next) => next()
const failed: ErrorRequestHandler = (error, req, res, next) => {}
`

function names(code: string) {
  const { routes } = serve(head + code)
  return routes.map((route) => ({
    path: route.path,
    before: route.middlewares.map((each) => each.expression.getText()),
    errors: route.errorHandlers.map((each) => each.expression.getText()),
  }))
}

it('runs what was registered before a route, and hands errors to what was registered after it', () => {
  expect(
    names(
      `const app = express(); app.use(first); app.get('/a', h); app.use(second); app.get('/b', h); app.use(failed)`,
    ),
  ).toEqual([
    { path: '/a', before: ['first'], errors: ['failed'] },
    { path: '/b', before: ['first', 'second'], errors: ['failed'] },
  ])
})

it('runs middleware on a path only below that path', () => {
  expect(names(`const app = express(); app.use('/a', first); app.get('/a/x', h); app.get('/b', h)`)).toEqual([
    { path: '/a/x', before: ['first'], errors: [] },
    { path: '/b', before: [], errors: [] },
  ])
})

it('runs middleware of the mount and of the router, outermost first', () => {
  expect(
    names(
      `const r = Router(); r.use(second); r.get('/a', h); const app = express(); app.use('/x', first, r); app.use(failed)`,
    ),
  ).toEqual([{ path: '/x/a', before: ['first', 'second'], errors: ['failed'] }])
})

it('runs what a router uses before what is mounted later under the same path, where its routes do not answer', () => {
  expect(
    names(
      `const inner = Router(); inner.use(second)
      const r = Router(); r.use(first); r.get('/a', h); r.use('/in', inner)
      const later = Router(); later.get('/b', h)
      const app = express(); app.use('/x', r); app.use('/x/in', later); app.use('/y', later)`,
    ),
  ).toEqual([
    { path: '/x/a', before: ['first'], errors: [] },
    { path: '/x/in/b', before: ['first', 'second'], errors: [] },
    { path: '/y/b', before: [], errors: [] },
  ])
})

it('takes the order of the calls that register, not of the functions that hold them', () => {
  expect(
    names(`const routes = (app: Express) => { app.get('/a', h) }
      const guards = (app: Express) => { app.use(first) }
      const app = express()
      guards(app)
      routes(app)
      app.use(failed)`),
  ).toEqual([{ path: '/a', before: ['first'], errors: ['failed'] }])
})

it('says where a route is mounted, outermost first, and where it is registered', () => {
  const { routes } = serve(`import express, { Router } from 'express'
const app = express()
const outer = Router()
const inner = Router()
inner
  .get('/a', () => {})
  .post('/a', () => {})
outer.use('/inner', inner)
app.use('/outer', outer)
`)
  expect(routes.map(({ at, via }) => [at.line, via.map((each) => each.line)])).toEqual([
    [6, [9, 8]],
    [7, [9, 8]],
  ])
})
