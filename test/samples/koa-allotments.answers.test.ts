import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Koa from 'koa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const sample = fileURLToPath(new URL('../../samples/koa-allotments/', import.meta.url))

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly token?: 'ada' | 'ben'
  readonly body?: unknown
}

const plots = '/v1/plots'
const plot = `${plots}/{number}`
const gardener = `${plot}/gardener`
const harvests = `${plot}/harvests`
const loam = { number: 1, squareMetres: 200, soil: 'loam' }
const leeks = { crop: 'Leeks', grams: 900, pickedOn: '2026-10-01' }
const eve = { name: 'Eve', email: 'eve@example.com', squareMetres: 100 }

/** In this order: later questions ask about what earlier ones made. */
const questions: readonly Question[] = [
  { operation: 'GET /health', path: '/health', status: 200 },
  { operation: `POST ${plots}`, path: plots, status: 401, body: loam },
  { operation: `POST ${plots}`, path: plots, status: 403, token: 'ben', body: loam },
  { operation: `POST ${plots}`, path: plots, status: 400, token: 'ada', body: { ...loam, squareMetres: 5 } },
  { operation: `POST ${plots}`, path: plots, status: 400, token: 'ada', body: { ...loam, fence: true } },
  { operation: `POST ${plots}`, path: plots, status: 201, token: 'ada', body: loam },
  { operation: `POST ${plots}`, path: plots, status: 409, token: 'ada', body: loam },
  { operation: `POST ${plots}`, path: plots, status: 201, token: 'ada', body: { ...loam, number: 2 } },
  { operation: `GET ${plots}`, path: plots, status: 200 },
  { operation: `GET ${plots}`, path: `${plots}?state=free&limit=1`, status: 200 },
  { operation: `GET ${plots}`, path: `${plots}?limit=99`, status: 400 },
  { operation: `GET ${plot}`, path: `${plots}/1`, status: 200 },
  { operation: `GET ${plot}`, path: `${plots}/9`, status: 404 },
  { operation: `GET ${plot}`, path: `${plots}/one`, status: 400 },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 200, token: 'ada', body: { soil: 'sand' } },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 400, token: 'ada', body: { soil: 'peat' } },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 401, body: {} },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 403, token: 'ben', body: {} },
  { operation: `PATCH ${plot}`, path: `${plots}/9`, status: 404, token: 'ada', body: {} },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 401 },
  { operation: `PUT ${gardener}`, path: `${plots}/x/gardener`, status: 400, token: 'ben' },
  { operation: `PUT ${gardener}`, path: `${plots}/9/gardener`, status: 404, token: 'ben' },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 200, token: 'ben' },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 409, token: 'ada' },
  { operation: 'GET /v1/me', path: '/v1/me', status: 200, token: 'ben' },
  { operation: 'GET /v1/me', path: '/v1/me', status: 401 },
  { operation: `GET ${harvests}`, path: `${plots}/1/harvests`, status: 200 },
  { operation: `POST ${harvests}`, path: `${plots}/1/harvests`, status: 201, token: 'ben', body: leeks },
  { operation: `POST ${harvests}`, path: `${plots}/1/harvests`, status: 400, token: 'ben', body: { crop: 'Leeks' } },
  { operation: `POST ${harvests}`, path: `${plots}/1/harvests`, status: 401, body: leeks },
  { operation: `POST ${harvests}`, path: `${plots}/9/harvests`, status: 404, token: 'ben', body: leeks },
  { operation: `GET ${harvests}`, path: `${plots}/1/harvests`, status: 200 },
  { operation: `GET ${harvests}`, path: `${plots}/9/harvests`, status: 404 },
  { operation: `GET ${harvests}`, path: `${plots}/x/harvests`, status: 400 },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 409, token: 'ada' },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 401 },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 403, token: 'ada' },
  { operation: `DELETE ${gardener}`, path: `${plots}/x/gardener`, status: 400, token: 'ben' },
  { operation: `DELETE ${gardener}`, path: `${plots}/9/gardener`, status: 404, token: 'ben' },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 204, token: 'ben' },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 401 },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 403, token: 'ben' },
  { operation: `DELETE ${plot}`, path: `${plots}/x`, status: 400, token: 'ada' },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 204, token: 'ada' },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 404, token: 'ada' },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 202, body: eve },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 409, body: eve },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 400, body: { ...eve, email: 'eve' } },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 200, token: 'ada' },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 401 },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 403, token: 'ben' },
]

describe('koa-allotments, started and asked', () => {
  let server: Server
  let base: string
  let document: Oracle
  const code = codeOracle(sample)

  beforeAll(async () => {
    const { createApp }: { createApp(): Koa } = createRequire(import.meta.url)(join(compileSample(sample), 'app.js'))
    server = createApp().listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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
    expect(code.complaints(question.operation, answer, body)).toEqual([])
    expect(document.complaints(method, template, answer, body)).toEqual([])
  })

  it('asks about every endpoint that the tool reads and the document describes', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(asked).toEqual(new Set(document.operations))
    expect(asked).toEqual(new Set(code.operations))
  })
})
