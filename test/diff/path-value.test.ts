import { expect, it } from 'vitest'
import { compareCouple } from '../../src/diff/couple.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema } from '../../src/model/schema.js'

const at = { file: 'openapi.yaml', line: 1, column: 1 }

/** `GET /pets/{id}` with one parameter of the schema. */
function endpointOf(place: 'path' | 'query', schema: Schema): Endpoint {
  return {
    method: 'GET',
    path: '/pets/{id}',
    at,
    deprecated: false,
    parameters: [{ name: 'id', in: place, required: true, schema, at }],
    body: null,
    responses: [],
    security: { kind: 'open' },
    gaps: [],
  }
}

const differences = (place: 'path' | 'query', spec: Schema, code: Schema) =>
  compareCouple(endpointOf(place, spec), endpointOf(place, code), { spec: {}, code: {} }).differences.length

const text: Schema = { type: ['string'] }

it.each([
  ['a path parameter is never empty, whoever says so', 'path', { ...text, minLength: 1 }, 0],
  ['a path parameter may have to be longer', 'path', { ...text, minLength: 2 }, 1],
  ['a parameter of the query may be empty', 'query', { ...text, minLength: 1 }, 1],
] as const)('%s', (_, place, code, count) => {
  expect(differences(place, text, code)).toBe(count)
})
