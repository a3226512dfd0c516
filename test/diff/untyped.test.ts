import { expect, it } from 'vitest'
import { compareSchemas } from '../../src/diff/compare.js'
import type { Schema } from '../../src/model/schema.js'

const address = { part: 'request', status: null, mediaType: 'application/json', pointer: '' } as const

function verdict(spec: Schema, code: Schema, direction: 'request' | 'response' = 'request') {
  const sides = { spec: { schema: spec, schemas: {} }, code: { schema: code, schemas: {} } }
  const { differences, unverifiable } = compareSchemas({
    ...sides,
    direction,
    address: { ...address, part: direction },
  })
  return { differences: differences.length, reasons: unverifiable.map(({ reason }) => reason) }
}

it('cannot tell whether a request without a type asks for more than the code takes', () => {
  const reasons = ['the document does not say of which type this is']
  expect(verdict({}, { type: ['string'] })).toEqual({ differences: 0, reasons })
})

it('takes an answer of any type for what a document without a type promises', () => {
  expect(verdict({}, { type: ['string'] }, 'response')).toEqual({ differences: 0, reasons: [] })
})
