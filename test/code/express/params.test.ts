import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express, { Router, type Request, type Response, type NextFunction } from 'express'
  const app = express()
  app.param('petId', (req, res, next, id) => {
    if (id.length < 3) return res.status(404).json({ error: 'no such pet' })
    next()
  })
  function loadPage(asked: Request, answer: Response, next: NextFunction, page: string) {
    if (Number.isNaN(Number(page))) return answer.status(422).end()
    next()
  }
  app.param(['page', 'chapter'], loadPage)
  app.get('/pets/:petId', (req, res) => res.json({ id: req.params.petId }))
  app.get('/pets', (req, res) => res.json([]))
  app.get('/books/:page', (req, res) => res.json({}))
  const toys = Router()
  toys.get('/toys', (req, res) => res.json([]))
  toys.get('/toys/:petId', (req, res) => res.json([]))
  app.use('/pets/:petId', toys)
  const alone = Router()
  alone.get('/:petId', (req, res) => res.json([]))
  app.use('/alone', alone)
  app.use((err, req, res, next) => res.status(500).json({ error: 'broken' }))
`)

const statuses = (path: string) =>
  routes
    .flatMap((route) => endpointsOf(project, route, dialect))
    .find((each) => each.path === path)
    ?.responses.map(({ status }) => status)
    .filter((status) => status !== '500')

describe('a function of app.param', () => {
  it.each([
    ['runs before the routes that have the parameter', '/pets/{petId}', ['200', '404']],
    ['runs before no other route', '/pets', ['200']],
    ['may stand for several parameters', '/books/{page}', ['200', '422']],
    ['runs before a router that is mounted below the parameter', '/pets/{petId}/toys', ['200', '404']],
    ['is not handed down to a router of its own', '/alone/{petId}', ['200']],
  ])('%s', (_, path, expected) => {
    expect(statuses(path)).toEqual(expected)
  })
})
