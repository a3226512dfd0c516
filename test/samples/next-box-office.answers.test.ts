import { resolve } from 'node:path'
import { describe } from 'vitest'
import { startNext } from '../code/next/start-next.js'
import { ask, holdAnswers, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'

const sample = resolve('samples/next-box-office')

const show = '/api/shows/{showId}'
const bookings = `${show}/bookings`
const booking = '/api/bookings/{code}'
const headers = { cookie: 'session=box-office-staff' }
const hamlet = { title: 'Hamlet', stage: 'studio', startsAt: '2026-10-01T19:30:00Z', priceCents: 3000, subtitle: null }
const seats = (number: number) => ({ email: 'bob@example.com', seats: [{ row: 'B', number }] })

/** In this order: later questions ask about what earlier ones made or dropped. */
const questions: readonly Question[] = [
  ask('GET /api/health', 200),
  ask('POST /api/login', 200, { body: { name: 'Ann', pin: '1234' } }),
  ask('POST /api/login', 401, { body: { name: 'Ann', pin: '4321' } }),
  ask('POST /api/login', 400, { body: { name: 'Ann' } }),
  ask('GET /api/shows', 200, { path: '/api/shows?stage=main' }),
  ask('POST /api/shows', 401, { body: hamlet }),
  ask('POST /api/shows', 400, { body: {}, headers }),
  ask('POST /api/shows', 201, { body: hamlet, headers }),
  ask('POST /api/shows', 409, { body: hamlet, headers }),
  ask(`GET ${show}`, 200, { path: '/api/shows/s1' }),
  ask(`GET ${show}`, 404, { path: '/api/shows/none' }),
  ask(`PATCH ${show}`, 200, { path: '/api/shows/s1', body: { subtitle: 'A' }, headers }),
  ask(`PATCH ${show}`, 400, { path: '/api/shows/s1', body: { title: '' }, headers }),
  ask(`PATCH ${show}`, 404, { path: '/api/shows/none', body: {}, headers }),
  ask(`PATCH ${show}`, 401, { path: '/api/shows/s1', body: {} }),
  ask(`GET ${show}/seats`, 200, { path: '/api/shows/s1/seats?free=true' }),
  ask(`GET ${show}/seats`, 404, { path: '/api/shows/none/seats' }),
  ask(`POST ${bookings}`, 201, { path: '/api/shows/s1/bookings', body: seats(2) }),
  ask(`POST ${bookings}`, 409, { path: '/api/shows/s1/bookings', body: seats(2) }),
  ask(`POST ${bookings}`, 422, { path: '/api/shows/s1/bookings', body: {} }),
  ask(`POST ${bookings}`, 404, { path: '/api/shows/none/bookings', body: seats(3) }),
  ask(`DELETE ${show}`, 401, { path: '/api/shows/s2' }),
  ask(`DELETE ${show}`, 204, { path: '/api/shows/s2', headers }),
  ask(`DELETE ${show}`, 404, { path: '/api/shows/s2', headers }),
  ask(`GET ${booking}`, 200, { path: '/api/bookings/paid' }),
  ask(`GET ${booking}`, 404, { path: '/api/bookings/none' }),
  ask(`DELETE ${booking}`, 409, { path: '/api/bookings/paid' }),
  ask(`DELETE ${booking}`, 204, { path: '/api/bookings/b3' }),
  ask(`DELETE ${booking}`, 404, { path: '/api/bookings/b3' }),
  ask('GET /api/posters/{*path}', 308, { path: '/api/posters/2026/macbeth.jpg' }),
]

describe('next-box-office', () => {
  holdAnswers({
    questions,
    unprovoked: [],
    code: codeOracle(sample),
    document: resolve(sample, 'openapi.right.yaml'),
    start: () => startNext(sample, '/api/health'),
    patience: 150_000,
  })
})
