import { expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express from 'express'
  import { z } from 'zod'
  import { load } from 'some-store'
  class Missing extends Error { readonly status = 404 }
  const body = z.object({ name: z.string() })
  const app = express()
  app.get('/plain', (req, res) => { res.json([]) })
  app.get('/loads', async (req, res) => { res.json(await load(req.params)) })
  app.get('/throws', (req, res) => { if (Math.random() > 2) throw new Missing('none'); res.json([]) })
  app.get('/fails', (req, res) => { if (Math.random() > 2) throw new Error('failed'); res.json([]) })
  app.post('/parses', (req, res) => { res.json(body.parse(req.body)) })
  app.use((err: Error & { status?: number }, req: express.Request, res: express.Response, next: express.NextFunction) => {
    if (err instanceof z.ZodError || err.name === 'ZodError') { res.status(400).json({ issues: [] }); return }
    if (err instanceof Missing) { res.status(err.status).json({ missing: true }); return }
    res.status(500).json({ failed: true })
  })
`)

it.each([
  ['/plain', ['200']],
  ['/loads', ['200']],
  ['/throws', ['200', '404']],
  ['/fails', ['200', '500']],
  ['/parses', ['200', '400']],
])('%s answers %s: an error is only of the name that somebody throws', (path, statuses) => {
  const endpoint = routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)
  expect(endpoint?.responses.filter(({ implied }) => !implied).map(({ status }) => status)).toEqual(statuses)
})
