import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOracle } from '../../samples/code-oracle.js'
import { type Served, startNext } from './start-next.js'

const fixture = resolve('test/code/next/fixtures/app')
const code = codeOracle(fixture)

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', cookie: 'token=t' },
  body: JSON.stringify(body),
})

const cookie: RequestInit = { headers: { cookie: 'token=t' } }

function form(name: string): RequestInit {
  const data = new FormData()
  data.append(name, new Blob(['a']), 'a.txt')
  return { method: 'POST', body: data }
}

/** The endpoint, where it is asked, with what, and the status that Next itself gives. */
const questions: readonly (readonly [string, string, RequestInit, number])[] = [
  ['GET /pets', '/pets/', {}, 200],
  ['POST /pets', '/pets/', json('POST', { name: 'Tom' }), 201],
  ['POST /pets', '/pets/', json('POST', {}), 400],
  ['GET /pets/{id}', '/pets/p1/', {}, 200],
  ['GET /pets/{id}', '/pets/none/', {}, 404],
  ['PUT /pets/{id}', '/pets/p1/', json('PUT', { name: 'Tom' }), 200],
  ['PUT /pets/{id}', '/pets/none/', json('PUT', { name: 'Tom' }), 404],
  ['PATCH /pets/{id}', '/pets/p1/', json('PATCH', { name: 'Tom' }), 200],
  ['DELETE /pets/{id}', '/pets/p1/', { method: 'DELETE' }, 401],
  ['DELETE /pets/{id}', '/pets/p1/', { method: 'DELETE', headers: { authorization: 'a' } }, 204],
  ['GET /reports/{*slug}', '/reports/2026/may/', {}, 200],
  ['GET /reports/{*slug}', '/reports/2026/may/?old=1', {}, 307],
  ['POST /files', '/files/', form('file'), 200],
  ['POST /files/{*path}', '/files/a/b/', form('file'), 200],
  ['GET /widgets', '/widgets/', {}, 200],
  ['GET /_underscore', '/_underscore/', {}, 308],
  ['HEAD /_underscore', '/_underscore/', { method: 'HEAD' }, 200],
  ['POST /orders/{id}/items', '/orders/1/items/', json('POST', { sku: 'abc', count: 1 }), 201],
  ['POST /orders/{id}/items', '/orders/1/items/', json('POST', {}), 422],
  ['GET /orders/{id}/items', '/orders/1/items/', {}, 401],
  ['GET /orders/{id}/items', '/orders/1/items/', cookie, 200],
  ['GET /orders/{id}/items', '/orders/none/items/', cookie, 404],
  ['ALL /health', '/health/', {}, 200],
  ['GET /shops', '/shops/?city=Bonn', {}, 200],
  ['GET /shops/{shopId}', '/shops/s1/', {}, 401],
  ['GET /shops/{shopId}', '/shops/s1/', cookie, 307],
  ['GET /shops/{shopId}', '/shops/none/', cookie, 404],
  ['DELETE /shops/{shopId}', '/shops/s1/', { ...cookie, method: 'DELETE' }, 204],
  ['POST /login', '/login/', json('POST', { user: 'a', password: 'b' }), 401],
  ['POST /login', '/login/', json('POST', { user: 'a', password: 'a' }), 200],
  ['GET /table', '/table/', {}, 200],
  ['POST /table', '/table/', json('POST', { row: 'a' }), 201],
  ['GET /lookup', '/lookup/', {}, 200],
  ['DELETE /lookup', '/lookup/', { method: 'DELETE' }, 204],
  ['GET /chosen', '/chosen/', {}, 200],
  ['ALL /given', '/given/', {}, 405],
]

/** Not asked: the one has no function that knows visitors, to the other `next dev` sends an empty 200. */
const unasked = ['GET /shop/api/gated', 'POST /shop/api/shops']

describe('the fixture, served by Next itself', () => {
  let served: Served

  beforeAll(async () => {
    served = await startNext(fixture, '/shop/api/pets/')
  }, 120_000)

  afterAll(() => served.stop())

  it.each(questions)(
    '%s at %s',
    async (name, path, init, status) => {
      const answer = await fetch(`${served.base}/shop/api${path}`, { ...init, redirect: 'manual' })
      // The words that a server writes into a redirection are nobody's to describe, and so is the page of `notFound()`.
      const isOwn = answer.status < 300 || answer.headers.get('content-type')?.includes('json') === true
      const body = isOwn ? await answer.text() : ''

      expect(answer.status).toBe(status)
      expect(code.complaints(name.replace(' ', ' /shop/api'), answer, body)).toEqual([])
    },
    30_000,
  )

  it.each(['/shops//', '/orders//items/'])('has no parameter of the path that is empty: %s', async (path) => {
    const { status } = await fetch(`${served.base}/shop/api${path}`, { redirect: 'manual' })
    expect(status).toBe(308)
  })

  it('has every endpoint asked', () => {
    const asked = questions.map(([name]) => name.replace(' ', ' /shop/api'))
    expect(new Set([...asked, ...unasked])).toEqual(new Set(code.operations))
  })
})
