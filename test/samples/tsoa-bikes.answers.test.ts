import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { describe } from 'vitest'
import { bearer, holdAnswers, listening, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'

const sample = fileURLToPath(new URL('../../samples/tsoa-bikes/', import.meta.url))

const tandem = { frame: 'city', gears: 21, note: 'a tandem' }

/** In this order: later questions ask about what earlier ones made. */
const questions: readonly Question[] = [
  { operation: 'GET /api/bikes', path: '/api/bikes', status: 200 },
  { operation: 'GET /api/bikes', path: '/api/bikes?frame=cargo&limit=1', status: 200 },
  { operation: 'GET /api/bikes', path: '/api/bikes?frame=tank', status: 422 },
  { operation: 'POST /api/bikes', path: '/api/bikes', status: 201, headers: bearer('mechanic'), body: tandem },
  { operation: 'POST /api/bikes', path: '/api/bikes', status: 401, body: tandem },
  {
    operation: 'POST /api/bikes',
    path: '/api/bikes',
    status: 422,
    headers: bearer('mechanic'),
    body: { ...tandem, gears: 31 },
  },
  {
    operation: 'POST /api/bikes',
    path: '/api/bikes',
    status: 422,
    headers: bearer('mechanic'),
    body: { ...tandem, bell: true },
  },
  { operation: 'GET /api/bikes/{bikeId}', path: '/api/bikes/1', status: 200 },
  { operation: 'GET /api/bikes/{bikeId}', path: '/api/bikes/9', status: 404 },
  { operation: 'GET /api/bikes/{bikeId}', path: '/api/bikes/one', status: 422 },
  {
    operation: 'PATCH /api/bikes/{bikeId}',
    path: '/api/bikes/1',
    status: 200,
    headers: bearer('mechanic'),
    body: { note: null },
  },
  { operation: 'PATCH /api/bikes/{bikeId}', path: '/api/bikes/1', status: 401, body: { note: null } },
  {
    operation: 'PATCH /api/bikes/{bikeId}',
    path: '/api/bikes/9',
    status: 404,
    headers: bearer('mechanic'),
    body: { note: 'x' },
  },
  { operation: 'PATCH /api/bikes/{bikeId}', path: '/api/bikes/1', status: 422, headers: bearer('mechanic'), body: {} },
  { operation: 'POST /api/bikes/{bikeId}/rentals', path: '/api/bikes/1/rentals', status: 201, body: { renter: 'Ada' } },
  { operation: 'POST /api/bikes/{bikeId}/rentals', path: '/api/bikes/1/rentals', status: 409, body: { renter: 'Ben' } },
  { operation: 'POST /api/bikes/{bikeId}/rentals', path: '/api/bikes/9/rentals', status: 404, body: { renter: 'Ben' } },
  { operation: 'POST /api/bikes/{bikeId}/rentals', path: '/api/bikes/1/rentals', status: 422, body: { renter: 'B' } },
  { operation: 'GET /api/bikes/{bikeId}/rentals', path: '/api/bikes/1/rentals', status: 200 },
  { operation: 'GET /api/bikes/{bikeId}/rentals', path: '/api/bikes/x/rentals', status: 422 },
  { operation: 'DELETE /api/bikes/{bikeId}', path: '/api/bikes/1', status: 409, headers: bearer('mechanic') },
  { operation: 'PUT /api/bikes/{bikeId}/rentals/end', path: '/api/bikes/1/rentals/end', status: 200 },
  { operation: 'PUT /api/bikes/{bikeId}/rentals/end', path: '/api/bikes/1/rentals/end', status: 404 },
  { operation: 'PUT /api/bikes/{bikeId}/rentals/end', path: '/api/bikes/x/rentals/end', status: 422 },
  { operation: 'DELETE /api/bikes/{bikeId}', path: '/api/bikes/1', status: 401 },
  { operation: 'DELETE /api/bikes/{bikeId}', path: '/api/bikes/1', status: 204, headers: bearer('mechanic') },
  { operation: 'DELETE /api/bikes/{bikeId}', path: '/api/bikes/1', status: 404, headers: bearer('mechanic') },
  { operation: 'DELETE /api/bikes/{bikeId}', path: '/api/bikes/x', status: 422, headers: bearer('mechanic') },
]

describe('tsoa-bikes', () => {
  holdAnswers({
    questions,
    code: codeOracle(sample),
    document: join(sample, 'openapi.right.yaml'),
    prefix: '/api',
    // @Hidden keeps it out of documents.
    unasked: ['GET /api/bikes/{bikeId}/rentals/count'],
    start: () => {
      const { createApp }: { createApp(): Express } = createRequire(import.meta.url)(
        join(compileSample(sample), 'app.js'),
      )
      return listening(createApp().listen(0))
    },
  })
})
