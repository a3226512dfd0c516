import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startNitro } from '../code/h3/start-nitro.js'
import type { Served } from '../code/next/start-next.js'
import { codeOracle } from './code-oracle.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const folder = resolve('samples/nitro-ferry')

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly crew?: true
}

const crossing = '/api/crossings/{id}'
const booking = '/api/bookings/{code}'
const ofCrew = '/api/crew/crossings/{id}'
const board = '/api/crew/bookings/{code}/boarding'
const evening = { from: 'Norhavn', to: 'Little Skerry', departsAt: '2026-11-03T19:00:00Z', seats: 12 }
const ann = { name: 'Ann', passengers: 2, bicycle: true }

/** In this order: later questions ask about what earlier ones made; bookings and crossings are numbered from 3. */
const questions: readonly Question[] = [
  { operation: 'GET /health', path: '/health', status: 200 },
  { operation: 'GET /timetable', path: '/timetable?harbour=Skerry', status: 200 },
  { operation: 'GET /api/harbours', path: '/api/harbours', status: 200 },
  { operation: 'GET /api/charts/{path}', path: '/api/charts/2026/skerry.pdf', status: 301 },
  { operation: 'GET /api/crossings', path: '/api/crossings?from=Norhavn&limit=1', status: 200 },
  { operation: 'GET /api/crossings', path: '/api/crossings?limit=51', status: 400 },
  { operation: `GET ${crossing}`, path: '/api/crossings/c2', status: 200 },
  { operation: `GET ${crossing}`, path: '/api/crossings/none', status: 404 },
  { operation: `POST ${crossing}/bookings`, path: '/api/crossings/c1/bookings', status: 201, body: ann },
  { operation: `POST ${crossing}/bookings`, path: '/api/crossings/c1/bookings', status: 409, body: ann },
  { operation: `POST ${crossing}/bookings`, path: '/api/crossings/c1/bookings', status: 400, body: {} },
  { operation: `POST ${crossing}/bookings`, path: '/api/crossings/none/bookings', status: 404, body: ann },
  { operation: `GET ${booking}`, path: '/api/bookings/b3', status: 200 },
  { operation: `GET ${booking}`, path: '/api/bookings/none', status: 404 },
  { operation: `PATCH ${booking}`, path: '/api/bookings/b3', status: 200, body: { passengers: 1 } },
  { operation: `PATCH ${booking}`, path: '/api/bookings/b3', status: 400, body: { passengers: 0 } },
  { operation: `PATCH ${booking}`, path: '/api/bookings/none', status: 404, body: { passengers: 1 } },
  { operation: 'GET /api/crew/rota', path: '/api/crew/rota', status: 200, crew: true },
  { operation: 'GET /api/crew/rota', path: '/api/crew/rota', status: 401 },
  { operation: 'POST /api/crew/crossings', path: '/api/crew/crossings', status: 401, body: evening },
  { operation: 'POST /api/crew/crossings', path: '/api/crew/crossings', status: 201, body: evening, crew: true },
  { operation: 'POST /api/crew/crossings', path: '/api/crew/crossings', status: 400, body: {}, crew: true },
  { operation: `PATCH ${ofCrew}`, path: '/api/crew/crossings/c4', status: 200, body: { note: 'choir' }, crew: true },
  { operation: `PATCH ${ofCrew}`, path: '/api/crew/crossings/c4', status: 400, body: { from: 'Skerry' }, crew: true },
  { operation: `PATCH ${ofCrew}`, path: '/api/crew/crossings/none', status: 404, body: {}, crew: true },
  { operation: `PATCH ${ofCrew}`, path: '/api/crew/crossings/c4', status: 401, body: {} },
  { operation: `DELETE ${ofCrew}`, path: '/api/crew/crossings/c1', status: 409, crew: true },
  { operation: `DELETE ${ofCrew}`, path: '/api/crew/crossings/c4', status: 401 },
  { operation: `DELETE ${ofCrew}`, path: '/api/crew/crossings/c4', status: 204, crew: true },
  { operation: `DELETE ${ofCrew}`, path: '/api/crew/crossings/c4', status: 404, crew: true },
  { operation: `DELETE ${booking}`, path: '/api/bookings/none', status: 404 },
  { operation: `POST ${board}`, path: '/api/crew/bookings/b3/boarding', status: 401 },
  { operation: `POST ${board}`, path: '/api/crew/bookings/none/boarding', status: 404, crew: true },
  { operation: `POST ${board}`, path: '/api/crew/bookings/b3/boarding', status: 204, crew: true },
  { operation: `DELETE ${booking}`, path: '/api/bookings/b3', status: 409 },
  { operation: `POST ${crossing}/bookings`, path: '/api/crossings/c2/bookings', status: 201, body: ann },
  { operation: `DELETE ${booking}`, path: '/api/bookings/b5', status: 204 },
]

/** The document has no word for any number of segments. */
const served = (operation: string) => operation.replace('/{path}', '/{*path}')

describe('nitro-ferry, built by Nitro and asked', () => {
  let server: Served
  let document: Oracle
  const code = codeOracle(folder)

  beforeAll(async () => {
    document = await documentOracle(resolve(folder, 'openapi.right.yaml'))
    server = await startNitro(folder)
  })
  afterAll(() => server.stop())

  it.each(questions)(
    '$operation answers $status as the right document and the reading of its code say',
    async ({ operation, path, status, body, crew }) => {
      const [method = '', template = ''] = operation.split(' ')
      const answer = await fetch(server.base + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(crew ? { authorization: 'Bearer crew' } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      expect(answer.status).toBe(status)
      expect(document.complaints(method, template, answer, text)).toEqual([])
      expect(code.complaints(served(operation), answer, text)).toEqual([])
    },
  )

  it('has every one of its operations asked', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(asked).toEqual(new Set(document.operations))
    expect(new Set([...asked].map(served))).toEqual(new Set(code.operations))
  })
})
