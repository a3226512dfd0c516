import { expect, it } from 'vitest'
import { compareCouple } from '../../src/diff/couple.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema } from '../../src/model/schema.js'

const at = { file: 'openapi.yaml', line: 1, column: 1 }

/** `GET /pets` whose 200 has one body for each media type. */
function endpointOf(bodies: Readonly<Record<string, Schema>>): Endpoint {
  const contents = Object.entries(bodies).map(([mediaType, schema]) => ({ mediaType, schema, at }))
  return {
    method: 'GET',
    path: '/pets',
    at,
    deprecated: false,
    parameters: [],
    body: null,
    responses: [{ status: '200', contents, headers: [], at }],
    security: { kind: 'open' },
    gaps: [],
  }
}

const text: Schema = { type: ['string'] }
const number: Schema = { type: ['number'] }

const differences = (spec: Endpoint, code: Endpoint) =>
  compareCouple(spec, code, { spec: {}, code: {} }).differences.length

it('holds versions of a body that only a parameter of the media type tells apart against their own kind', () => {
  const versions = endpointOf({ 'application/json;version=1': text, 'application/json;version=2': number })
  expect(differences(versions, versions)).toBe(0)
})

it('passes over a parameter of the media type where nothing else fits', () => {
  const plain = endpointOf({ 'application/json': text })
  expect(differences(plain, endpointOf({ 'application/json; charset=utf-8': text }))).toBe(0)
  expect(differences(plain, endpointOf({ 'application/json; charset=utf-8': number }))).toBe(1)
})
