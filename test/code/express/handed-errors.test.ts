import { expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const { project, routes } = serve(`
  import express, { type Response } from 'express'
  import { z } from 'zod'
  import { load } from 'some-store'
  class AppError extends Error { constructor(message: string, readonly statusCode: number) { super(message) } }
  class Refused extends AppError { constructor() { super('no', 403) } }
  class Missing extends Error {}
  function answer(error: unknown, res: Response) {
    if (error instanceof z.ZodError) return res.status(422).json({ issues: [] })
    if (error instanceof Missing) return res.status(404).json({ message: 'none' })
    if (error instanceof AppError) return res.status(error.statusCode).json({ message: error.message })
    if (error && typeof error === 'object' && 'code' in error) {
      if (error.code === 'P2002') return res.status(409).json({ message: 'there already' })
    }
    return res.status(500).json({ message: 'failed' })
  }
  const app = express()
  app.get('/made', (req, res) => answer(new Refused(), res))
  app.get('/caught', async (req, res) => {
    try { res.json(await load()) } catch (error) { answer(error, res) }
  })
  app.get('/missing', async (req, res) => {
    try { if (req.query.a) throw new Missing(); res.json(await load()) } catch (error) { answer(error, res) }
  })
  app.get('/own', async (req, res) => {
    try { res.json(await load()) } catch (error: any) {
      if (error.code === 'P2002') return res.status(409).json({})
      res.status(500).json({})
    }
  })
`)
const endpoint = (path: string) =>
  routes.flatMap((route) => endpointsOf(project, route, dialect)).find((each) => each.path === path)
const statuses = (path: string) =>
  endpoint(path)
    ?.responses.filter(({ implied }) => !implied)
    .map(({ status }) => status)

it('asks a function that answers errors about the one that it is handed', () => {
  expect(statuses('/made')).toEqual(['403'])
})

it('does not say that an error of a database comes where a function answers it for many', () => {
  expect(statuses('/caught')).toEqual(['200', '500'])
  expect(endpoint('/caught')?.gaps.flatMap(({ statuses }) => statuses ?? [])).toContain('409')
})

it('says what the function answers to errors of the project only where somebody throws them', () => {
  expect(statuses('/missing')).toEqual(['200', '404', '500'])
})

it('says so where the handler itself asks for it', () => {
  expect(statuses('/own')).toEqual(['200', '409', '500'])
})
