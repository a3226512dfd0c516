import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Koa from 'koa'
import { describe } from 'vitest'
import { bearer, holdAnswers, listening, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'

const sample = fileURLToPath(new URL('../../samples/koa-allotments/', import.meta.url))

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
  { operation: `POST ${plots}`, path: plots, status: 403, headers: bearer('ben'), body: loam },
  { operation: `POST ${plots}`, path: plots, status: 400, headers: bearer('ada'), body: { ...loam, squareMetres: 5 } },
  { operation: `POST ${plots}`, path: plots, status: 400, headers: bearer('ada'), body: { ...loam, fence: true } },
  { operation: `POST ${plots}`, path: plots, status: 201, headers: bearer('ada'), body: loam },
  { operation: `POST ${plots}`, path: plots, status: 409, headers: bearer('ada'), body: loam },
  { operation: `POST ${plots}`, path: plots, status: 201, headers: bearer('ada'), body: { ...loam, number: 2 } },
  { operation: `GET ${plots}`, path: plots, status: 200 },
  { operation: `GET ${plots}`, path: `${plots}?state=free&limit=1`, status: 200 },
  { operation: `GET ${plots}`, path: `${plots}?limit=99`, status: 400 },
  { operation: `GET ${plot}`, path: `${plots}/1`, status: 200 },
  { operation: `GET ${plot}`, path: `${plots}/9`, status: 404 },
  { operation: `GET ${plot}`, path: `${plots}/one`, status: 400 },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 200, headers: bearer('ada'), body: { soil: 'sand' } },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 400, headers: bearer('ada'), body: { soil: 'peat' } },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 401, body: {} },
  { operation: `PATCH ${plot}`, path: `${plots}/1`, status: 403, headers: bearer('ben'), body: {} },
  { operation: `PATCH ${plot}`, path: `${plots}/9`, status: 404, headers: bearer('ada'), body: {} },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 401 },
  { operation: `PUT ${gardener}`, path: `${plots}/x/gardener`, status: 400, headers: bearer('ben') },
  { operation: `PUT ${gardener}`, path: `${plots}/9/gardener`, status: 404, headers: bearer('ben') },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 200, headers: bearer('ben') },
  { operation: `PUT ${gardener}`, path: `${plots}/1/gardener`, status: 409, headers: bearer('ada') },
  { operation: 'GET /v1/me', path: '/v1/me', status: 200, headers: bearer('ben') },
  { operation: 'GET /v1/me', path: '/v1/me', status: 401 },
  { operation: `GET ${harvests}`, path: `${plots}/1/harvests`, status: 200 },
  { operation: `POST ${harvests}`, path: `${plots}/1/harvests`, status: 201, headers: bearer('ben'), body: leeks },
  {
    operation: `POST ${harvests}`,
    path: `${plots}/1/harvests`,
    status: 400,
    headers: bearer('ben'),
    body: { crop: 'Leeks' },
  },
  { operation: `POST ${harvests}`, path: `${plots}/1/harvests`, status: 401, body: leeks },
  { operation: `POST ${harvests}`, path: `${plots}/9/harvests`, status: 404, headers: bearer('ben'), body: leeks },
  { operation: `GET ${harvests}`, path: `${plots}/1/harvests`, status: 200 },
  { operation: `GET ${harvests}`, path: `${plots}/9/harvests`, status: 404 },
  { operation: `GET ${harvests}`, path: `${plots}/x/harvests`, status: 400 },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 409, headers: bearer('ada') },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 401 },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 403, headers: bearer('ada') },
  { operation: `DELETE ${gardener}`, path: `${plots}/x/gardener`, status: 400, headers: bearer('ben') },
  { operation: `DELETE ${gardener}`, path: `${plots}/9/gardener`, status: 404, headers: bearer('ben') },
  { operation: `DELETE ${gardener}`, path: `${plots}/1/gardener`, status: 204, headers: bearer('ben') },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 401 },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 403, headers: bearer('ben') },
  { operation: `DELETE ${plot}`, path: `${plots}/x`, status: 400, headers: bearer('ada') },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 204, headers: bearer('ada') },
  { operation: `DELETE ${plot}`, path: `${plots}/1`, status: 404, headers: bearer('ada') },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 202, body: eve },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 409, body: eve },
  { operation: 'POST /v1/waiting-list', path: '/v1/waiting-list', status: 400, body: { ...eve, email: 'eve' } },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 200, headers: bearer('ada') },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 401 },
  { operation: 'GET /v1/waiting-list', path: '/v1/waiting-list', status: 403, headers: bearer('ben') },
]

describe('koa-allotments', () => {
  holdAnswers({
    questions,
    code: codeOracle(sample),
    document: join(sample, 'openapi.right.yaml'),
    start: () => {
      const { createApp }: { createApp(): Koa } = createRequire(import.meta.url)(join(compileSample(sample), 'app.js'))
      return listening(createApp().listen(0))
    },
  })
})
