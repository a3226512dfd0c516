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

const sample = fileURLToPath(new URL('../../samples/tsoa-bikes/', import.meta.url))

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly token?: 'mechanic'
  readonly body?: unknown
}

const tandem = { frame: 'city', gears: 21, note: 'a tandem' }

/** In this order: later questions ask about what earlier ones made. */
const questions: readonly Question[] = [
  { operation: 'GET /bikes', path: '/bikes', status: 200 },
  { operation: 'GET /bikes', path: '/bikes?frame=cargo&limit=1', status: 200 },
  { operation: 'GET /bikes', path: '/bikes?frame=tank', status: 422 },
  { operation: 'POST /bikes', path: '/bikes', status: 201, token: 'mechanic', body: tandem },
  { operation: 'POST /bikes', path: '/bikes', status: 401, body: tandem },
  { operation: 'POST /bikes', path: '/bikes', status: 422, token: 'mechanic', body: { ...tandem, gears: 31 } },
  { operation: 'POST /bikes', path: '/bikes', status: 422, token: 'mechanic', body: { ...tandem, bell: true } },
  { operation: 'GET /bikes/{bikeId}', path: '/bikes/1', status: 200 },
  { operation: 'GET /bikes/{bikeId}', path: '/bikes/9', status: 404 },
  { operation: 'GET /bikes/{bikeId}', path: '/bikes/one', status: 422 },
  { operation: 'PATCH /bikes/{bikeId}', path: '/bikes/1', status: 200, token: 'mechanic', body: { note: null } },
  { operation: 'PATCH /bikes/{bikeId}', path: '/bikes/1', status: 401, body: { note: null } },
  { operation: 'PATCH /bikes/{bikeId}', path: '/bikes/9', status: 404, token: 'mechanic', body: { note: 'x' } },
  { operation: 'PATCH /bikes/{bikeId}', path: '/bikes/1', status: 422, token: 'mechanic', body: {} },
  { operation: 'POST /bikes/{bikeId}/rentals', path: '/bikes/1/rentals', status: 201, body: { renter: 'Ada' } },
  { operation: 'POST /bikes/{bikeId}/rentals', path: '/bikes/1/rentals', status: 409, body: { renter: 'Ben' } },
  { operation: 'POST /bikes/{bikeId}/rentals', path: '/bikes/9/rentals', status: 404, body: { renter: 'Ben' } },
  { operation: 'POST /bikes/{bikeId}/rentals', path: '/bikes/1/rentals', status: 422, body: { renter: 'B' } },
  { operation: 'GET /bikes/{bikeId}/rentals', path: '/bikes/1/rentals', status: 200 },
  { operation: 'GET /bikes/{bikeId}/rentals', path: '/bikes/x/rentals', status: 422 },
  { operation: 'DELETE /bikes/{bikeId}', path: '/bikes/1', status: 409, token: 'mechanic' },
  { operation: 'PUT /bikes/{bikeId}/rentals/end', path: '/bikes/1/rentals/end', status: 200 },
  { operation: 'PUT /bikes/{bikeId}/rentals/end', path: '/bikes/1/rentals/end', status: 404 },
  { operation: 'PUT /bikes/{bikeId}/rentals/end', path: '/bikes/x/rentals/end', status: 422 },
  { operation: 'DELETE /bikes/{bikeId}', path: '/bikes/1', status: 401 },
  { operation: 'DELETE /bikes/{bikeId}', path: '/bikes/1', status: 204, token: 'mechanic' },
  { operation: 'DELETE /bikes/{bikeId}', path: '/bikes/1', status: 404, token: 'mechanic' },
  { operation: 'DELETE /bikes/{bikeId}', path: '/bikes/x', status: 422, token: 'mechanic' },
]

describe('tsoa-bikes, started and asked', () => {
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
      headers: {
        ...(question.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(question.token === undefined ? {} : { authorization: `Bearer ${question.token}` }),
      },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    const body = await answer.text()
    expect(answer.status).toBe(question.status)
    expect(code.complaints(`${method} /api${template}`, answer, body)).toEqual([])
    expect(document.complaints(method, template, answer, body)).toEqual([])
  })

  it('asks about every endpoint that the document describes; the tool reads one more, which @Hidden keeps to itself', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(asked).toEqual(new Set(document.operations))
    const served = [...asked].map((one) => one.replace(' /', ' /api/'))
    expect(new Set([...served, 'GET /api/bikes/{bikeId}/rentals/count'])).toEqual(new Set(code.operations))
  })
})
