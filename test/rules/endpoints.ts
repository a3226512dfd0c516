import type { Endpoint, Parameter, Response } from '../../src/model/endpoint.js'
import type { Location } from '../../src/model/location.js'
import type { Schema } from '../../src/model/schema.js'

export const inSpec: Location = { file: 'openapi.yaml', line: 1, column: 1, pointer: '/paths/~1pets/get' }
export const inCode: Location = { file: 'src/pets.ts', line: 1, column: 1 }

/** An endpoint that says nothing but what is given. */
export function endpoint(words: Partial<Endpoint> = {}, at: Location = inSpec): Endpoint {
  return {
    method: 'GET',
    path: '/pets',
    at,
    deprecated: false,
    parameters: [],
    body: null,
    responses: [],
    security: { kind: 'open' },
    gaps: [],
    ...words,
  }
}

export function parameter(name: string, words: Partial<Parameter> = {}): Parameter {
  return { name, in: 'query', schema: { type: ['string'] }, at: inSpec, ...words }
}

export function response(
  status: string,
  mediaTypes: Readonly<Record<string, Schema>> = {},
  words: Partial<Response> = {},
): Response {
  const contents = Object.entries(mediaTypes).map(([mediaType, schema]) => ({ mediaType, schema, at: inSpec }))
  return { status, contents, headers: [], at: inSpec, ...words }
}
