import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const sample = fileURLToPath(new URL('../../samples/routing-controllers-recipes/', import.meta.url))

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly token?: 'ada' | 'ben'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const soup = { title: 'Soup', minutes: 40, course: 'starter', ingredients: [{ name: 'Leek', grams: 250 }] }

/** In this order: later questions ask about what earlier ones made. */
const questions: readonly Question[] = [
  { operation: 'GET /account', path: '/account', status: 200, token: 'ada' },
  { operation: 'GET /account', path: '/account', status: 401 },
  { operation: 'GET /recipes/today', path: '/recipes/today', status: 204 },
  { operation: 'POST /recipes', path: '/recipes', status: 401, body: soup },
  { operation: 'POST /recipes', path: '/recipes', status: 201, token: 'ben', body: soup },
  { operation: 'POST /recipes', path: '/recipes', status: 409, token: 'ben', body: soup },
  { operation: 'POST /recipes', path: '/recipes', status: 400, token: 'ben', body: { ...soup, minutes: 0 } },
  { operation: 'POST /recipes', path: '/recipes', status: 400, token: 'ben', body: { ...soup, salt: true } },
  { operation: 'GET /recipes', path: '/recipes?course=starter&limit=3', status: 200 },
  { operation: 'GET /recipes', path: '/recipes?limit=few', status: 400 },
  { operation: 'GET /recipes/today', path: '/recipes/today', status: 200 },
  { operation: 'GET /recipes/{id}', path: '/recipes/1', status: 200 },
  { operation: 'GET /recipes/{id}', path: '/recipes/9', status: 404 },
  { operation: 'GET /recipes/{id}', path: '/recipes/one', status: 400 },
  { operation: 'PATCH /recipes/{id}', path: '/recipes/1', status: 200, token: 'ben', body: { minutes: 45 } },
  { operation: 'PATCH /recipes/{id}', path: '/recipes/1', status: 400, token: 'ben', body: { minutes: 'long' } },
  { operation: 'PATCH /recipes/{id}', path: '/recipes/1', status: 401, body: {} },
  { operation: 'PATCH /recipes/{id}', path: '/recipes/9', status: 404, token: 'ben', body: {} },
  { operation: 'GET /recipes/{recipeId}/reviews', path: '/recipes/1/reviews', status: 200 },
  { operation: 'POST /recipes/{recipeId}/reviews', path: '/recipes/1/reviews', status: 200, body: { stars: 4 } },
  { operation: 'POST /recipes/{recipeId}/reviews', path: '/recipes/1/reviews', status: 400, body: { stars: 9 } },
  { operation: 'POST /recipes/{recipeId}/reviews', path: '/recipes/9/reviews', status: 404, body: { stars: 4 } },
  { operation: 'GET /recipes/{recipeId}/reviews', path: '/recipes/1/reviews', status: 200 },
  { operation: 'GET /recipes/{recipeId}/reviews', path: '/recipes/9/reviews', status: 404 },
  { operation: 'GET /recipes/{recipeId}/reviews', path: '/recipes/x/reviews', status: 400 },
  { operation: 'DELETE /recipes/{id}', path: '/recipes/1', status: 403 },
  { operation: 'DELETE /recipes/{id}', path: '/recipes/1', status: 403, token: 'ben', headers: { 'x-reason': 'bad' } },
  { operation: 'DELETE /recipes/{id}', path: '/recipes/1', status: 400, token: 'ada' },
  { operation: 'DELETE /recipes/{id}', path: '/recipes/9', status: 404, token: 'ada', headers: { 'x-reason': 'bad' } },
  { operation: 'DELETE /recipes/{id}', path: '/recipes/1', status: 204, token: 'ada', headers: { 'x-reason': 'bad' } },
  { operation: 'GET /status', path: '/status', status: 200 },
  { operation: 'GET /status/docs', path: '/status/docs', status: 302 },
]

describe('routing-controllers-recipes, started and asked', () => {
  let server: Server
  let base: string
  let document: Oracle
  const code = codeOracle(sample)

  beforeAll(async () => {
    const { createApp }: { createApp(): Express } = createRequire(import.meta.url)(
      join(compileSample(sample), 'app.js'),
    )
    server = createApp().listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
    document = await documentOracle(join(sample, 'openapi.right.yaml'))
  })
  afterAll(() => server.close())

  it.each(questions)('$operation answers $status as the tool and the right document say', async (question) => {
    const [method = '', template = ''] = question.operation.split(' ')
    const answer = await fetch(base + question.path, {
      method,
      redirect: 'manual',
      headers: {
        ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(question.token === undefined ? {} : { authorization: `Bearer ${question.token}` }),
        ...question.headers,
      },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    // The words that Express writes into a redirection are nobody's to describe.
    const body = answer.status === 302 ? '' : await answer.text()
    expect(answer.status).toBe(question.status)
    expect(code.complaints(`${method} /api${template}`, answer, body)).toEqual([])
    expect(document.complaints(method, template, answer, body)).toEqual([])
  })

  it('asks about every endpoint that the tool reads and the document describes', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(asked).toEqual(new Set(document.operations))
    expect(new Set([...asked].map((one) => one.replace(' /', ' /api/')))).toEqual(new Set(code.operations))
  })
})
