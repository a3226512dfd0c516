import { describe, expect, it } from 'vitest'
import { mergeContracts } from '../../src/diff/merge.js'
import type { Contract } from '../../src/model/contract.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema } from '../../src/model/schema.js'

const at = { file: 'a.yaml', line: 1, column: 1 }

const endpoint = (path: string, schema: Schema): Endpoint => ({
  method: 'GET',
  path,
  at,
  deprecated: false,
  parameters: [],
  body: null,
  responses: [{ status: '200', contents: [{ mediaType: 'application/json', schema, at }], headers: [], at }],
  security: { kind: 'open' },
  gaps: [],
})

const contract = (path: string, id: Schema): Contract => ({
  endpoints: [endpoint(path, { ref: 'Pet' })],
  schemas: { Pet: { type: ['object'], properties: { id, next: { ref: 'Pet' } } } },
  unresolved: [],
})

describe('merging contracts', () => {
  it('returns a single contract as it is', () => {
    const only = contract('/a', { type: ['string'] })
    expect(mergeContracts([only])).toBe(only)
  })

  it('keeps two schemas of one name apart, also inside themselves', () => {
    const merged = mergeContracts([contract('/a', { type: ['string'] }), contract('/b', { type: ['integer'] })])
    expect(merged.schemas).toEqual({
      Pet: { type: ['object'], properties: { id: { type: ['string'] }, next: { ref: 'Pet' } } },
      Pet_2: { type: ['object'], properties: { id: { type: ['integer'] }, next: { ref: 'Pet_2' } } },
    })
    expect(merged.endpoints.map((one) => one.responses[0]?.contents[0]?.schema.ref)).toEqual(['Pet', 'Pet_2'])
  })
})
