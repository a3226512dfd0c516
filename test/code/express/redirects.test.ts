import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express from 'express'
  const app = express()
  app.get('/export', (req, res) => {
    if (!req.headers.cookie) return res.redirect('/sign-in')
    res.json([])
  })
  app.get('/old', (req, res) => res.redirect('/new'))
  app.get('/new', (req, res) => res.json([]))
  app.use('/account', (req, res, next) => (req.headers.cookie ? next() : res.redirect('/sign-in')))
  app.get('/account', (req, res) => res.json([]))
`)
const security = (path: string) =>
  routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)?.security.kind

describe('who may ask where a redirect is answered', () => {
  it.each([
    ['is not known where a handler sends some requests elsewhere', '/export', 'unknown'],
    ['is not known where a middleware does', '/account', 'unknown'],
    ['is everyone where nothing else is answered', '/old', 'open'],
    ['is everyone where no redirect is answered', '/new', 'open'],
  ])('%s', (_, path, expected) => {
    expect(security(path)).toBe(expected)
  })
})
