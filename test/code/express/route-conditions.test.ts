import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express, { Router } from 'express'
  const app = express()
  const open = ['/login', '/pets']
  app.use('/api', (req, res, next) => {
    if (['GET', 'HEAD'].includes(req.method)) return next()
    if (!req.headers['x-csrf-token']) return res.status(403).json({})
    next()
  })
  app.use((req, res, next) => {
    if (req.path === '/login' || req.originalUrl.startsWith('/open')) return next()
    if (!req.headers.authorization) return res.status(401).json({})
    next()
  })
  enum Guarded { Admin = '/admin', Audit = '/audit' }
  const guard = (prefixes: string[]) => ({ path, headers }, res, next) => {
    if (prefixes.every((prefix) => !path.startsWith(prefix))) return next()
    return headers.authorization ? next() : res.status(407).json({})
  }
  const behind = Router()
  behind.get('/admin/a', (req, res) => res.json({}))
  behind.get('/front', (req, res) => res.json({}))
  app.use('/behind', guard(Object.values(Guarded)), behind)
  const router = Router()
  router.use((req, res, next) => (open.includes(req.path) ? next() : res.status(410).json({})))
  router.get('/pets', (req, res) => res.json([]))
  router.post('/pets', (req, res) => (req.path === '/pets' ? res.status(201).json({}) : res.status(202).json({})))
  router.get('/old', (req, res) => res.json({}))
  app.use('/api', router)
  app.post('/login', (req, res) => res.json({}))
  app.get('/open/door', (req, res) => res.json({}))
`)
const statuses = (method: string, path: string) =>
  routes
    .flatMap((route) => endpointsOf(project, route, dialect))
    .find((each) => each.method === method && each.path === path)
    ?.responses.map(({ status }) => status)

describe('a condition on where the request was sent is decided for each route', () => {
  it.each([
    ['by its method', 'GET', '/api/pets', ['200', '401']],
    ['by its method where that is another', 'POST', '/api/pets', ['201', '202', '401', '403']],
    ['by the path below the mount', 'GET', '/api/old', ['200', '401', '410']],
    ['by the path of a middleware that runs everywhere', 'POST', '/login', ['200']],
    ['by a list of the values of an enum, and a path that a pattern takes out', 'GET', '/behind/front', ['200', '401']],
    ['by the same for what is in the list', 'GET', '/behind/admin/a', ['200', '401', '407']],
    ['by the whole path', 'GET', '/open/door', ['200']],
  ])('%s', (_, method, path, expected) => {
    expect(statuses(method, path)).toEqual(expected)
  })
})

it('conditions over constants that are made of each other are read in a moment', () => {
  const chain = Array.from({ length: 30 }, (_, i) => `const v${i + 1} = join(v${i}, v${i}, v${i}, v${i})`).join('\n')
  const served = serve(`
    import express from 'express'
    const app = express()
    declare const join: (...parts: string[]) => string
    app.get('/long', (req, res) => {
      const v0 = 'a'
      ${chain}
      if (v30 === 'b') return res.status(404).json({})
      res.json({})
    })
  `)
  const started = performance.now()
  const [endpoint] = served.routes.flatMap((route) => endpointsOf(served.project, route, dialect))
  expect(endpoint?.responses.map(({ status }) => status).sort()).toEqual(['200', '404'])
  expect(performance.now() - started).toBeLessThan(5000)
})
