import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { startNitro } from '../code/h3/start-nitro.js'
import { ask, bearer, holdAnswers, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'

const folder = fileURLToPath(new URL('../../samples/nitro-ferry', import.meta.url))

const crossing = '/api/crossings/{id}'
const booking = '/api/bookings/{code}'
const ofCrew = '/api/crew/crossings/{id}'
const board = '/api/crew/bookings/{code}/boarding'
const evening = { from: 'Norhavn', to: 'Little Skerry', departsAt: '2026-11-03T19:00:00Z', seats: 12 }
const crew = { headers: bearer('crew') }
const ann = { name: 'Ann', passengers: 2, bicycle: true }

/** In this order: later questions ask about what earlier ones made; bookings and crossings are numbered from 3. */
const questions: readonly Question[] = [
  ask('GET /health', 200),
  ask('GET /timetable', 200, { path: '/timetable?harbour=Skerry' }),
  ask('GET /api/harbours', 200),
  ask('GET /api/charts/{*path}', 301, { path: '/api/charts/2026/skerry.pdf' }),
  ask('GET /api/crossings', 200, { path: '/api/crossings?from=Norhavn&limit=1' }),
  ask('GET /api/crossings', 400, { path: '/api/crossings?limit=51' }),
  ask(`GET ${crossing}`, 200, { path: '/api/crossings/c2' }),
  ask(`GET ${crossing}`, 404, { path: '/api/crossings/none' }),
  ask(`POST ${crossing}/bookings`, 201, { path: '/api/crossings/c1/bookings', body: ann }),
  ask(`POST ${crossing}/bookings`, 409, { path: '/api/crossings/c1/bookings', body: ann }),
  ask(`POST ${crossing}/bookings`, 400, { path: '/api/crossings/c1/bookings', body: {} }),
  ask(`POST ${crossing}/bookings`, 404, { path: '/api/crossings/none/bookings', body: ann }),
  ask(`GET ${booking}`, 200, { path: '/api/bookings/b3' }),
  ask(`GET ${booking}`, 404, { path: '/api/bookings/none' }),
  ask(`PATCH ${booking}`, 200, { path: '/api/bookings/b3', body: { passengers: 1 } }),
  ask(`PATCH ${booking}`, 400, { path: '/api/bookings/b3', body: { passengers: 0 } }),
  ask(`PATCH ${booking}`, 404, { path: '/api/bookings/none', body: { passengers: 1 } }),
  ask('GET /api/crew/rota', 200, crew),
  ask('GET /api/crew/rota', 401),
  ask('POST /api/crew/crossings', 401, { body: evening }),
  ask('POST /api/crew/crossings', 201, { body: evening, ...crew }),
  ask('POST /api/crew/crossings', 400, { body: {}, ...crew }),
  ask(`PATCH ${ofCrew}`, 200, { path: '/api/crew/crossings/c4', body: { note: 'choir' }, ...crew }),
  ask(`PATCH ${ofCrew}`, 400, { path: '/api/crew/crossings/c4', body: { from: 'Skerry' }, ...crew }),
  ask(`PATCH ${ofCrew}`, 404, { path: '/api/crew/crossings/none', body: {}, ...crew }),
  ask(`PATCH ${ofCrew}`, 401, { path: '/api/crew/crossings/c4', body: {} }),
  ask(`DELETE ${ofCrew}`, 409, { path: '/api/crew/crossings/c1', ...crew }),
  ask(`DELETE ${ofCrew}`, 401, { path: '/api/crew/crossings/c4' }),
  ask(`DELETE ${ofCrew}`, 204, { path: '/api/crew/crossings/c4', ...crew }),
  ask(`DELETE ${ofCrew}`, 404, { path: '/api/crew/crossings/c4', ...crew }),
  ask(`DELETE ${booking}`, 404, { path: '/api/bookings/none' }),
  ask(`POST ${board}`, 401, { path: '/api/crew/bookings/b3/boarding' }),
  ask(`POST ${board}`, 404, { path: '/api/crew/bookings/none/boarding', ...crew }),
  ask(`POST ${board}`, 204, { path: '/api/crew/bookings/b3/boarding', ...crew }),
  ask(`DELETE ${booking}`, 409, { path: '/api/bookings/b3' }),
  ask(`POST ${crossing}/bookings`, 201, { path: '/api/crossings/c2/bookings', body: ann }),
  ask(`DELETE ${booking}`, 204, { path: '/api/bookings/b5' }),
]

describe('nitro-ferry', () => {
  holdAnswers({
    questions,
    code: codeOracle(folder),
    document: `${folder}/openapi.right.yaml`,
    start: () => startNitro(folder),
  })
})
