import { fastify as createFastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import { fastify } from '../../../src/code/adapters/fastify/adapter.js'
import type { Schema } from '../../../src/model/schema.js'
import { openFiles } from '../in-memory.js'
import { accepts } from '../validators/libraries.js'

/** What `f` is asked to be. */
const fields: readonly object[] = [
  { type: 'string' },
  { type: 'string', minLength: 2 },
  { type: 'string', enum: ['1', 'a', 'true'] },
  { type: 'string', format: 'date' },
  { type: 'integer' },
  { type: 'integer', minimum: 1 },
  { type: 'number' },
  { type: 'number', exclusiveMaximum: 2 },
  { type: 'boolean' },
  { type: 'null' },
  { type: ['string', 'null'] },
  { type: ['integer', 'null'] },
  { type: 'array', items: { type: 'integer' } },
  { type: 'array', items: { type: 'string' }, minItems: 2 },
  { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'], additionalProperties: false },
  { anyOf: [{ type: 'integer' }, { type: 'boolean' }] },
  { enum: ['a', 1] },
  { const: 'a' },
  { type: 'string', default: 'a' },
]

const values: readonly unknown[] = [
  ...[null, true, false, 0, 1, 2, 2.5, -1, '', '0', '1', '2.5', '1e3', ' 7 ', '0x1f', 'a', 'ab', 'true', 'false'],
  ...['2026-11-23', [], [1], ['1'], ['a'], [1, 2], ['a', 'b'], ['x', 1], [true], [null], [[1]], [{}], {}],
  ...[{ a: 1 }, { a: '1' }, { a: 'x' }, { a: null }, [{ a: 1 }]],
]

const bodies: readonly object[] = [{}, ...values.map((f) => ({ f }))]

const bodyOf = (field: object) => ({ type: 'object', properties: { f: field }, required: ['f'] })

/** What is read of a route with this body, on an application that is made with these options. */
function read(field: object, options: object): Schema {
  const app = `
    import { fastify } from 'fastify'
    const app = fastify(${JSON.stringify(options)})
    app.post('/', { schema: { body: ${JSON.stringify(bodyOf(field))} } }, async () => 'taken')
  `
  const files = new Map([
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"nodenext","types":[]},"files":["app.ts"]}'],
    ['package.json', '{"type":"module","dependencies":{"fastify":"5"}}'],
    ['app.ts', app],
  ])
  const project = openFiles('test/code/fastify', files)
  const schema = fastify.read(project).endpoints[0]?.body?.contents[0]?.schema
  if (schema === undefined) throw new Error('no body was read')
  return schema
}

/** Bodies that Fastify takes and the reading refuses, and those that it takes for sure and Fastify refuses. */
async function disagreements(field: object, options: object): Promise<readonly object[]> {
  const app = createFastify(options)
  app.post('/', { schema: { body: bodyOf(field) } }, async () => 'taken')
  const schema = read(field, options)
  const wrong: object[] = []
  for (const body of bodies) {
    const { statusCode } = await app.inject({ method: 'POST', url: '/', payload: body })
    if (statusCode === 200 ? !accepts(schema, true, body) : accepts(schema, false, body)) wrong.push(body)
  }
  await app.close()
  return wrong
}

describe('the body of a Fastify route', () => {
  it.each(fields.map((field) => [JSON.stringify(field), field]))('%s takes what Fastify takes', async (_, field) => {
    expect(await disagreements(Object(field), {})).toEqual([])
  })

  it.each(fields.map((field) => [JSON.stringify(field), field]))(
    '%s takes it as it is where nothing is turned',
    async (_, field) => {
      expect(await disagreements(Object(field), { ajv: { customOptions: { coerceTypes: false } } })).toEqual([])
    },
  )
})
