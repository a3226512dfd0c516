import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture } from './fixture.js'

interface Built {
  build(): FastifyInstance
}

const fixture = fileURLToPath(new URL('fixtures/zod/', import.meta.url))
const on = (operation: string, status: number, id: string, rest: Partial<Question> = {}) =>
  ask(operation, status, { path: `/pets/${id}`, ...rest })
const tom = { name: 'Tom', note: null }

const questions: readonly Question[] = [
  ask('GET /pets', 200),
  ask('GET /pets', 400, { path: '/pets?limit=99' }),
  ask('POST /pets', 201, { body: tom }),
  ask('POST /pets', 409, { body: { ...tom, name: 'Rex' } }),
  ask('POST /pets', 400, { body: {} }),
  on('GET /pets/{id}', 200, '1'),
  on('GET /pets/{id}', 404, '2'),
  on('GET /pets/{id}', 400, 'a'),
  on('DELETE /pets/{id}', 204, '1'),
  on('DELETE /pets/{id}', 400, 'a'),
  on('PUT /pets/{id}', 200, '1', { body: { name: 'Tom' }, headers: { 'if-match': 'x' } }),
  on('PUT /pets/{id}', 400, '1', { body: { name: 'Tom', age: 1 }, headers: { 'if-match': 'x' } }),
  on('PATCH /pets/{id}', 200, '1', { body: { name: 'Tom' } }),
  on('PATCH /pets/{id}', 400, '1', { body: { name: 1 } }),
  ask('POST /strict', 200, { body: { n: 1 } }),
  ask('POST /strict', 422, { body: {} }),
  ask('GET /typed', 200, { path: '/typed?q=a' }),
  ask('GET /typed', 400),
]

describe('Fastify with schemas of zod', () => {
  holdAnswers({
    questions,
    code: codeOracle(fixture),
    unprovoked: [],
    start: async () => {
      const { build }: Built = await import(resolve(fixture, 'app.js'))
      const app = build()
      return { base: await app.listen({ port: 0, host: '127.0.0.1' }), stop: () => app.close() }
    },
  })
})

describe('what a schema of zod says of a Fastify route', () => {
  const { endpoints } = readFixture('zod')
  const at = (method: string, path: string) =>
    endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)

  it('is what its body must hold', () => {
    expect(at('POST', '/pets')?.body?.contents[0]?.schema.required).toEqual(['name', 'note'])
  })

  it('is what its answer holds: a field with a default is always there', () => {
    const created = at('POST', '/pets')?.responses.find(({ status }) => status === '201')
    expect(created?.contents[0]?.schema.required).toEqual(['id', 'name', 'kind', 'note'])
  })

  it('is what its query takes', () => {
    expect(at('GET', '/pets')?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['limit', false],
      ['kind', false],
    ])
  })
})
