import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../samples/hono-garden/src/app.js'
import { hono } from '../../src/code/adapters/hono/adapter.js'
import { openProject } from '../../src/code/program/open.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const folder = fileURLToPath(new URL('../../samples/hono-garden', import.meta.url))

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly stranger?: true
}

const basil = { name: 'Basil', kind: 'herb', bed: null }

/** In this order: later questions ask about what earlier ones made or dropped. */
const questions: readonly Question[] = [
  { operation: 'GET /health', path: '/health', status: 200 },
  { operation: 'POST /login', path: '/login', status: 200, body: { email: 'a@b.example', password: 'green fingers' } },
  { operation: 'POST /login', path: '/login', status: 401, body: { email: 'a@b.example', password: 'black thumbs' } },
  { operation: 'GET /plants', path: '/plants?kind=herb&limit=5', status: 200 },
  { operation: 'POST /plants', path: '/plants', status: 201, body: basil },
  { operation: 'POST /plants', path: '/plants', status: 409, body: basil },
  { operation: 'POST /plants', path: '/plants', status: 401, body: basil, stranger: true },
  { operation: 'GET /plants/{id}', path: '/plants/p1', status: 200 },
  { operation: 'GET /plants/{id}', path: '/plants/none', status: 404 },
  { operation: 'PATCH /plants/{id}', path: '/plants/p1', status: 200, body: { bed: null } },
  { operation: 'PATCH /plants/{id}', path: '/plants/none', status: 404, body: {} },
  { operation: 'PATCH /plants/{id}', path: '/plants/p1', status: 401, body: {}, stranger: true },
  { operation: 'POST /plants/{id}/waterings', path: '/plants/p1/waterings', status: 201, body: { litres: 1.5 } },
  { operation: 'POST /plants/{id}/waterings', path: '/plants/none/waterings', status: 404, body: { litres: 1 } },
  {
    operation: 'POST /plants/{id}/waterings',
    path: '/plants/p1/waterings',
    status: 401,
    body: { litres: 1 },
    stranger: true,
  },
  { operation: 'GET /plants/{id}/waterings', path: '/plants/p1/waterings', status: 200 },
  { operation: 'GET /plants/{id}/waterings', path: '/plants/none/waterings', status: 404 },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 401, stranger: true },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 204 },
  { operation: 'DELETE /plants/{id}', path: '/plants/p2', status: 404 },
  { operation: 'GET /beds', path: '/beds', status: 200 },
  { operation: 'GET /beds/{bedId}/plan', path: '/beds/north/plan', status: 200 },
  { operation: 'GET /beds/{bedId}/plan', path: '/beds/none/plan', status: 404 },
  { operation: 'GET /latest', path: '/latest', status: 302 },
]

describe('hono-garden, started and asked', () => {
  let base: string
  let oracle: Oracle
  let stop: () => void

  beforeAll(async () => {
    oracle = await documentOracle(resolve(folder, 'openapi.right.yaml'))
    base = await new Promise((started) => {
      const server = serve({ fetch: createApp().fetch, port: 0 }, ({ port }) => started(`http://127.0.0.1:${port}`))
      stop = () => server.close()
    })
  })
  afterAll(() => stop())

  it.each(questions)('$operation answers $status as the right document says', async (question) => {
    const [method = '', template = ''] = question.operation.split(' ')
    const answer = await fetch(base + question.path, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        ...(question.stranger ? {} : { authorization: 'Bearer gardener' }),
      },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    const body = await answer.text()
    expect(answer.status).toBe(question.status)
    expect(oracle.complaints(method, template, answer, body)).toEqual([])
  })

  it('has every one of its operations asked', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(oracle.operations.filter((operation) => !asked.has(operation))).toEqual([])
  })

  it('answers only with statuses that are read from its code', () => {
    const project = openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const { endpoints } = hono.read(project.value)
    const read = new Set(
      endpoints.flatMap(({ method, path, responses }) => responses.map(({ status }) => `${method} ${path} ${status}`)),
    )
    expect(
      questions.map(({ operation, status }) => `${operation} ${status}`).filter((each) => !read.has(each)),
    ).toEqual([])
  })
})
