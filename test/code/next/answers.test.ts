import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { type Served, startNext } from './start-next.js'

const fixture = resolve('test/code/next/fixtures/app')

const headers = { cookie: 'token=t' }

function file(): FormData {
  const data = new FormData()
  data.append('file', new Blob(['a']), 'a.txt')
  return data
}

/** The endpoint without what stands before all of them, what it is answered with, and where and with what it is asked. */
function of(operation: string, status: number, { path, ...rest }: Partial<Question> = {}): Question {
  const [method = '', own = ''] = operation.split(' ')
  return ask(`${method} /shop/api${own}`, status, { path: `/shop/api${path ?? `${own}/`}`, ...rest })
}

const questions: readonly Question[] = [
  of('GET /pets', 200),
  of('POST /pets', 201, { body: { name: 'Tom' } }),
  of('POST /pets', 400, { body: {} }),
  of('GET /pets/{id}', 200, { path: '/pets/p1/' }),
  of('GET /pets/{id}', 404, { path: '/pets/none/' }),
  of('PUT /pets/{id}', 200, { path: '/pets/p1/', body: { name: 'Tom' } }),
  of('PUT /pets/{id}', 404, { path: '/pets/none/', body: { name: 'Tom' } }),
  of('PATCH /pets/{id}', 200, { path: '/pets/p1/', body: { name: 'Tom' } }),
  of('PATCH /pets/{id}', 404, { path: '/pets/none/', body: { name: 'Tom' } }),
  of('DELETE /pets/{id}', 401, { path: '/pets/p1/' }),
  of('DELETE /pets/{id}', 204, { path: '/pets/p1/', headers: { authorization: 'a' } }),
  of('GET /reports/{*slug}', 200, { path: '/reports/2026/may/' }),
  of('GET /reports/{*slug}', 307, { path: '/reports/2026/may/?old=1' }),
  of('GET /files', 400),
  of('GET /files/{*path}', 200, { path: '/files/a/b/' }),
  of('POST /files', 200, { body: file() }),
  of('POST /files/{*path}', 200, { path: '/files/a/b/', body: file() }),
  of('GET /widgets', 200),
  of('GET /_underscore', 308),
  of('HEAD /_underscore', 200),
  of('POST /orders/{id}/items', 201, { path: '/orders/1/items/', headers, body: { sku: 'abc', count: 1 } }),
  of('POST /orders/{id}/items', 422, { path: '/orders/1/items/', headers, body: {} }),
  of('POST /orders/{id}/items', 401, { path: '/orders/1/items/', body: {} }),
  of('GET /orders/{id}/items', 401, { path: '/orders/1/items/' }),
  of('GET /orders/{id}/items', 200, { path: '/orders/1/items/', headers }),
  of('GET /orders/{id}/items', 404, { path: '/orders/none/items/', headers }),
  of('ALL /health', 200),
  of('GET /shops', 200, { path: '/shops/?city=Bonn' }),
  of('POST /shops', 201, { body: { city: 'Bonn' } }),
  of('POST /shops', 400, { body: {} }),
  of('GET /shops/{shopId}', 401, { path: '/shops/s1/' }),
  of('GET /shops/{shopId}', 307, { path: '/shops/s1/', headers }),
  of('GET /shops/{shopId}', 404, { path: '/shops/none/', headers }),
  of('DELETE /shops/{shopId}', 401, { path: '/shops/s1/' }),
  of('DELETE /shops/{shopId}', 204, { path: '/shops/s1/', headers }),
  of('POST /login', 401, { body: { user: 'a', password: 'b' } }),
  of('POST /login', 200, { body: { user: 'a', password: 'a' } }),
  of('GET /table', 200),
  of('POST /table', 201, { body: { row: 'a' } }),
  of('GET /lookup', 200),
  of('DELETE /lookup', 204),
  of('GET /chosen', 200),
  of('GET /gated', 200),
  of('ALL /given', 405),
]

const patience = 120_000

describe('the fixture of Next, served by Next itself', () => {
  let served: Served
  beforeAll(async () => {
    served = await startNext(fixture, '/shop/api/pets/')
  }, patience)
  afterAll(() => served.stop())

  holdAnswers({
    questions,
    code: codeOracle(fixture),
    start: () => ({ base: served.base, stop: () => {} }),
    patience,
    // Only an error that the application never throws.
    unprovoked: ['GET /shop/api/orders/{id}/items 500'],
  })

  it.each(['/shops//', '/orders//items/'])('has no parameter of the path that is empty: %s', async (path) => {
    const { status } = await fetch(`${served.base}/shop/api${path}`, { redirect: 'manual' })
    expect(status).toBe(308)
  })
})
