import type { Contract } from '../../src/model/contract.js'
import type { UnpricedFinding } from '../../src/model/cost.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema, Schemas } from '../../src/model/schema.js'

const at = { file: 'openapi.yaml', line: 1, column: 1 }

/** `GET path` that answers 200 with a body of this schema. */
export function endpointOf(path: string, schema: Schema, more: Partial<Endpoint> = {}): Endpoint {
  return {
    method: 'GET',
    path,
    at,
    deprecated: false,
    parameters: [],
    body: null,
    responses: [{ status: '200', contents: [{ mediaType: 'application/json', schema, at }], headers: [], at }],
    security: { kind: 'open' },
    gaps: [],
    ...more,
  }
}

export function objectOf(...names: string[]): Schema {
  return {
    type: ['object'],
    properties: Object.fromEntries(names.map((name) => [name, { type: ['string' as const] }])),
  }
}

/** `GET path` of exactly so many documentation points. */
export function endpointOfPoints(path: string, points: number): Endpoint {
  return endpointOf(path, objectOf(...Array.from({ length: points - 2 }, (_, index) => `field${index}`)))
}

export function contractOf(endpoints: readonly Endpoint[], schemas: Schemas = {}): Contract {
  return { endpoints, schemas, unresolved: [] }
}

export function findingOf(rule: string, path: string, more: Partial<UnpricedFinding> = {}): UnpricedFinding {
  return {
    id: 'id',
    cause: 'cause',
    rule,
    severity: 'error',
    method: 'GET',
    path,
    part: 'response',
    status: '200',
    mediaType: 'application/json',
    pointer: '/x',
    message: '',
    fix: '',
    spec: null,
    code: null,
    proof: null,
    ...more,
  }
}
