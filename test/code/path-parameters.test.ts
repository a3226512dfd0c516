import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { toNodeListener } from 'h3'
import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, listening, type Question } from '../samples/asking.js'
import { codeOracle } from '../samples/code-oracle.js'
import { app as express } from './path-parameters/fixture/express.js'
import { app as fastify } from './path-parameters/fixture/fastify.js'
import { app as h3 } from './path-parameters/fixture/h3.js'
import { app as hono } from './path-parameters/fixture/hono.js'
import { app as koa } from './path-parameters/fixture/koa.js'

const code = codeOracle(fileURLToPath(new URL('path-parameters/fixture/', import.meta.url)))
const at = (operation: string, status: number, path: string) => ask(operation, status, { path })

/** Each endpoint with every status that a request can get out of it. */
const inExpress: readonly Question[] = [
  at('GET /pets/{id}', 200, '/pets/1'),
  at('GET /named/{id}', 200, '/named/1'),
  at('GET /shown/{id}', 200, '/shown/1'),
  at('GET /optional/{id}', 200, '/optional/1'),
  at('GET /optional', 400, '/optional'),
  at('GET /trimmed/{id}', 200, '/trimmed/1'),
  at('GET /trimmed/{id}', 400, '/trimmed/%20'),
  at('GET /counted/{id}', 200, '/counted/1'),
  at('GET /counted/{id}', 400, '/counted/a'),
  at('GET /changed/{id}', 200, '/changed/12'),
  at('GET /changed/{id}', 400, '/changed/1'),
  at('GET /lone/{org}/pets', 400, '/lone/1/pets'),
  at('GET /merged/{org}/pets', 200, '/merged/1/pets'),
  at('GET /behind/{id}', 403, '/behind/1'),
]
const inKoa: readonly Question[] = [
  at('GET /koa/{org}/pets/{id}', 200, '/koa/a/pets/1'),
  at('GET /koa/{org}/named/{id}', 200, '/koa/a/named/1'),
]
const inFastify: readonly Question[] = [
  at('GET /fastify/pets/{id}', 200, '/fastify/pets/1'),
  at('GET /fastify/pets/{id}', 400, '/fastify/pets/'),
  at('GET /fastify/named/{id}', 200, '/fastify/named/1'),
  at('GET /fastify/named/{id}', 200, '/fastify/named/'),
  at('GET /fastify/counted/{id}', 200, '/fastify/counted/0'),
  at('GET /fastify/counted/{id}', 400, '/fastify/counted/a'),
]
const inHono: readonly Question[] = [
  at('GET /hono/pets/{id}', 200, '/hono/pets/1'),
  at('GET /hono/named/{id}', 200, '/hono/named/1'),
  at('GET /hono/shown/{id}', 200, '/hono/shown/1'),
  at('GET /hono/optional/{id}', 200, '/hono/optional/1'),
  at('GET /hono/optional', 400, '/hono/optional'),
  at('GET /hono/digits/{id}', 200, '/hono/digits/1'),
  at('GET /hono/digits/{id}', 400, '/hono/digits/'),
  at('GET /hono/all/{*splat}', 400, '/hono/all/a'),
  at('GET /hono/misnamed/{petId}', 400, '/hono/misnamed/1'),
  at('GET /hono/asked/{id}', 200, '/hono/asked/1'),
  at('GET /hono/asked/{id}', 400, '/hono/asked/%20'),
  at('GET /hono/mounted/{petId}', 200, '/hono/mounted/1'),
]
const inH3: readonly Question[] = [
  at('GET /h3/pets/{id}', 200, '/h3/pets/1'),
  at('GET /h3/pets/{id}', 400, '/h3/pets//'),
  at('GET /h3/named/{id}', 200, '/h3/named/1'),
  at('GET /h3/named/{id}', 200, '/h3/named//'),
]

/** What is read there may come of a request for all that is known. */
const undecided = [
  ...['GET /optional', 'GET /lone/{org}/pets', 'GET /merged/{org}/pets'],
  ...['GET /hono/all/{*splat}', 'GET /behind/{id}', 'GET /fastify/counted/{id}'],
]

const all = [...inExpress, ...inKoa, ...inFastify, ...inHono, ...inH3]
const others = (own: readonly Question[]) => all.filter((each) => !own.includes(each)).map(({ operation }) => operation)

describe.each([
  ['Express', inExpress, () => listening(express.listen(0))],
  ['Koa', inKoa, () => listening(koa.listen(0))],
  ['Hono', inHono, () => listening(createServer(getRequestListener(hono.fetch)).listen(0))],
  ['h3', inH3, () => listening(createServer(toNodeListener(h3)).listen(0))],
  ['Fastify', inFastify, async () => ({ base: await fastify.listen({ port: 0 }), stop: () => fastify.close() })],
] as const)('%s', (_, questions, start) => {
  holdAnswers({ questions, start, code, unasked: others(questions) })
})

describe('a status that is sent where a path parameter is lacking', () => {
  it.each([...new Set(all.map(({ operation }) => operation))].filter((each) => !undecided.includes(each)))(
    'is read where a request can get it, and nowhere else: %s',
    (operation) => {
      const got = all.filter((each) => each.operation === operation).map(({ status }) => `${operation} ${status}`)
      expect(code.statuses.filter((each) => each.startsWith(`${operation} `))).toEqual([...new Set(got)].sort())
    },
  )
})
