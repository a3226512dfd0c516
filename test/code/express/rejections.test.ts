import { expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express from 'express'
  class Missing extends Error { readonly status = 404 }
  class Shut extends Error { readonly status = 503 }
  const find = (id: string): Promise<{ id: string }> =>
    id === '' ? Promise.reject(new Missing('none')) : Promise.resolve({ id })
  const open = (id: string) => new Promise<{ id: string }>((resolve, reject) => {
    if (id === '') reject(new Shut('shut'))
    else resolve({ id })
  })
  const app = express()
  app.get('/rejected/:id', async (req, res) => { res.json(await find(req.params.id)) })
  app.get('/executor/:id', async (req, res) => { res.json(await open(req.params.id)) })
  app.get('/caught/:id', async (req, res) => {
    try {
      res.json(await find(req.params.id))
    } catch {
      res.status(410).end()
    }
  })
  app.get('/none', (req, res) => { res.json([]) })
  app.use((error: { status?: number }, req: express.Request, res: express.Response, next: express.NextFunction) => {
    res.status(error.status ?? 500).json({ failed: true })
  })
`)

it.each([
  ['/rejected/{id}', ['200', '404']],
  ['/executor/{id}', ['200', '503']],
  ['/caught/{id}', ['200', '410']],
  ['/none', ['200']],
])('%s answers %s: a rejected promise is an error that is thrown', (path, statuses) => {
  const endpoint = routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)
  expect(endpoint?.responses.filter(({ implied }) => !implied).map(({ status }) => status)).toEqual(statuses)
})
