import { expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express from 'express'
  interface HttpError extends Error { status?: number }
  const make = (message: string, status: number): HttpError => {
    const error = new Error(message) as HttpError
    error.status = status
    return error
  }
  const refused = (message = 'no') => make(message, 401)
  const kinds = (kind: string) => {
    if (kind === 'gone') return make('gone', 410)
    return make('kind', 418)
  }
  const app = express()
  app.get('/made', () => { throw make('none', 404) })
  app.get('/named', () => { throw refused() })
  app.get('/handed', (req, res, next) => { try { throw refused('no') } catch (error) { next(error) } })
  app.get('/kinds', (req) => { throw kinds(req.query.kind) })
  app.use((err: HttpError, req: express.Request, res: express.Response, next: express.NextFunction) => {
    res.status(err.status || 500).json({ message: err.message })
  })
`)
const endpoint = (path: string) =>
  routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)

it.each([
  ['/made', ['404']],
  ['/named', ['401']],
  ['/handed', ['401']],
])('%s answers %s: the status that a function puts on the error it makes', (path, statuses) => {
  expect(
    endpoint(path)
      ?.responses.filter(({ implied }) => !implied)
      .map(({ status }) => status),
  ).toEqual(statuses)
})

it('does not say that a status is never sent where a function has several ways to make an error', () => {
  const gaps = endpoint('/kinds')?.gaps.filter(({ statuses }) => statuses?.includes('4XX'))
  expect(gaps?.map(({ reason }) => reason)).toEqual([
    'an error is answered by the error handler with a status that is not known',
  ])
})
