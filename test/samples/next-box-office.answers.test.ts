import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, startNext } from '../code/next/start-next.js'
import { type CodeOracle, codeOracle } from './code-oracle.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const folder = resolve('samples/next-box-office')

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly staff?: true
}

const hamlet = { title: 'Hamlet', stage: 'studio', startsAt: '2026-10-01T19:30:00Z', priceCents: 3000, subtitle: null }
const seats = (number: number) => ({ email: 'bob@example.com', seats: [{ row: 'B', number }] })

/** In this order: later questions ask about what earlier ones made or dropped. */
const questions: readonly Question[] = [
  { operation: 'GET /api/health', path: '/api/health', status: 200 },
  { operation: 'POST /api/login', path: '/api/login', status: 200, body: { name: 'Ann', pin: '1234' } },
  { operation: 'POST /api/login', path: '/api/login', status: 401, body: { name: 'Ann', pin: '4321' } },
  { operation: 'POST /api/login', path: '/api/login', status: 400, body: { name: 'Ann' } },
  { operation: 'GET /api/shows', path: '/api/shows?stage=main', status: 200 },
  { operation: 'POST /api/shows', path: '/api/shows', status: 401, body: hamlet },
  { operation: 'POST /api/shows', path: '/api/shows', status: 400, body: {}, staff: true },
  { operation: 'POST /api/shows', path: '/api/shows', status: 201, body: hamlet, staff: true },
  { operation: 'POST /api/shows', path: '/api/shows', status: 409, body: hamlet, staff: true },
  { operation: 'GET /api/shows/{showId}', path: '/api/shows/s1', status: 200 },
  { operation: 'GET /api/shows/{showId}', path: '/api/shows/none', status: 404 },
  { operation: 'PATCH /api/shows/{showId}', path: '/api/shows/s1', status: 200, body: { subtitle: 'A' }, staff: true },
  { operation: 'PATCH /api/shows/{showId}', path: '/api/shows/s1', status: 400, body: { title: '' }, staff: true },
  { operation: 'PATCH /api/shows/{showId}', path: '/api/shows/none', status: 404, body: {}, staff: true },
  { operation: 'PATCH /api/shows/{showId}', path: '/api/shows/s1', status: 401, body: {} },
  { operation: 'GET /api/shows/{showId}/seats', path: '/api/shows/s1/seats?free=true', status: 200 },
  { operation: 'GET /api/shows/{showId}/seats', path: '/api/shows/none/seats', status: 404 },
  { operation: 'POST /api/shows/{showId}/bookings', path: '/api/shows/s1/bookings', status: 201, body: seats(2) },
  { operation: 'POST /api/shows/{showId}/bookings', path: '/api/shows/s1/bookings', status: 409, body: seats(2) },
  { operation: 'POST /api/shows/{showId}/bookings', path: '/api/shows/s1/bookings', status: 422, body: {} },
  { operation: 'POST /api/shows/{showId}/bookings', path: '/api/shows/none/bookings', status: 404, body: seats(3) },
  { operation: 'DELETE /api/shows/{showId}', path: '/api/shows/s2', status: 401 },
  { operation: 'DELETE /api/shows/{showId}', path: '/api/shows/s2', status: 204, staff: true },
  { operation: 'DELETE /api/shows/{showId}', path: '/api/shows/s2', status: 404, staff: true },
  { operation: 'GET /api/bookings/{code}', path: '/api/bookings/paid', status: 200 },
  { operation: 'GET /api/bookings/{code}', path: '/api/bookings/none', status: 404 },
  { operation: 'DELETE /api/bookings/{code}', path: '/api/bookings/paid', status: 409 },
  { operation: 'DELETE /api/bookings/{code}', path: '/api/bookings/b3', status: 204 },
  { operation: 'DELETE /api/bookings/{code}', path: '/api/bookings/b3', status: 404 },
  { operation: 'GET /api/posters/{path}', path: '/api/posters/2026/macbeth.jpg', status: 308 },
]

/** The document has no word for any number of segments. */
const served = (operation: string) => operation.replace('/{path}', '/{*path}')

describe('next-box-office, served by Next and asked', () => {
  let server: Served
  let document: Oracle
  let code: CodeOracle

  beforeAll(async () => {
    document = await documentOracle(resolve(folder, 'openapi.right.yaml'))
    code = codeOracle(folder)
    server = await startNext(folder, '/api/health')
  }, 150_000)
  afterAll(() => server.stop())

  it.each(questions)(
    '$operation answers $status as the right document and the reading of its code say',
    async ({ operation, path, status, body, staff }) => {
      const [method = '', template = ''] = operation.split(' ')
      const answer = await fetch(server.base + path, {
        method,
        redirect: 'manual',
        headers: { 'content-type': 'application/json', ...(staff ? { cookie: 'session=box-office-staff' } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      expect(answer.status).toBe(status)
      expect(document.complaints(method, template, answer, text)).toEqual([])
      expect(code.complaints(served(operation), answer, text)).toEqual([])
    },
    60_000,
  )

  it('has every one of its operations asked', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(document.operations.filter((operation) => !asked.has(operation))).toEqual([])
    expect([...asked].filter((operation) => !code.operations.includes(served(operation)))).toEqual([])
  })
})
