import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from './fixture.js'
import { type Served, startNext } from './start-next.js'

const { endpoints } = readFixture('app')

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', cookie: 'token=t' },
  body: JSON.stringify(body),
})

/** The endpoint, where it is asked, with what, and the status that Next itself gives. */
const questions: readonly (readonly [string, string, RequestInit, number])[] = [
  ['GET /shop/api/pets', '/shop/api/pets/', {}, 200],
  ['POST /shop/api/pets', '/shop/api/pets/', json('POST', { name: 'Tom' }), 201],
  ['POST /shop/api/pets', '/shop/api/pets/', json('POST', {}), 400],
  ['GET /shop/api/pets/{id}', '/shop/api/pets/none/', {}, 404],
  ['DELETE /shop/api/pets/{id}', '/shop/api/pets/p1/', { method: 'DELETE' }, 401],
  ['POST /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', json('POST', { sku: 'abc', count: 1 }), 201],
  ['POST /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', json('POST', {}), 422],
  ['GET /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', {}, 401],
  ['GET /shop/api/shops', '/shop/api/shops/', {}, 200],
  ['POST /shop/api/login', '/shop/api/login/', json('POST', { user: 'a', password: 'b' }), 401],
]

describe('the fixture, served by Next itself', () => {
  let served: Served

  beforeAll(async () => {
    served = await startNext(resolve('test/code/next/fixtures/app'), '/shop/api/pets/')
  }, 120_000)

  afterAll(() => served.stop())

  it.each(questions)(
    '%s at %s',
    async (name, path, init, status) => {
      const answer = await fetch(served.base + path, { ...init, redirect: 'manual' })
      const found = endpoints.find(({ method, path: template }) => `${method} ${template}` === name)

      expect(answer.status).toBe(status)
      expect(found?.responses.map((each) => each.status)).toContain(String(answer.status))
    },
    30_000,
  )
})
