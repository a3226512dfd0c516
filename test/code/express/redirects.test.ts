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
  const verify = (token?: string) => token === 'a'
  const check = (req, res, next) =>
    verify(req.headers.authorization?.split(' ')[1]) ? next() : res.send({ success: false })
  app.get('/mine', (req, res, next) => { check(req, res, next) }, (req, res) => res.json({ success: true }))
  app.use('/logged', (req, res, next) => { console.log(req.headers.authorization); next() })
  app.get('/logged', (req, res) => res.json([]))
`)
const security = (path: string) =>
  routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)?.security.kind

describe('who may ask where a redirect or a 200 is answered', () => {
  it.each([
    ['is not known where a handler sends some requests elsewhere', '/export', 'unknown'],
    ['is not known where a middleware does', '/account', 'unknown'],
    ['is not known where a middleware reads a token and answers some requests with 200', '/mine', 'unknown'],
    ['is everyone where a middleware reads a token and answers nothing', '/logged', 'open'],
    ['is everyone where nothing else is answered', '/old', 'open'],
    ['is everyone where no redirect is answered', '/new', 'open'],
  ])('%s', (_, path, expected) => {
    expect(security(path)).toBe(expected)
  })
})
