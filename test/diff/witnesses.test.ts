import { describe, expect, it } from 'vitest'
import { compareSchemas } from '../../src/diff/compare.js'
import { sampleOf } from '../../src/diff/schema/regex-sample.js'
import { textByName } from '../../src/diff/schema/texts.js'
import type { Schema } from '../../src/model/schema.js'

function witness(spec: Schema, code: Schema): unknown {
  const { differences } = compareSchemas({
    spec: { schema: spec, schemas: {} },
    code: { schema: code, schemas: {} },
    direction: 'response',
    address: { part: 'response', status: '200', mediaType: 'application/json', pointer: '' },
  })
  return differences.map(({ pointer, proof }) => [pointer, proof?.value])
}

const object = (properties: Record<string, Schema>): Schema => ({
  type: ['object'],
  properties,
  required: Object.keys(properties),
})

describe('a value that proves a difference', () => {
  it('is the same whatever the order of the variants', () => {
    const variants: Schema[] = [
      object({ kind: { enum: ['invoice'] }, total: { type: ['number'] } }),
      object({ kind: { enum: ['note'] } }),
      { type: ['string'] },
      { type: ['null'] },
    ]
    const spec = object({ id: { type: ['string'] } })
    const code = (order: readonly Schema[]) => object({ id: { type: ['string'] }, content: { anyOf: order } })
    const forward = witness(spec, code(variants))
    expect(forward).toEqual([['/content', { id: 'a1b2c3', content: 'A short note' }]])
    expect(witness(spec, code([...variants].reverse()))).toEqual(forward)
    const listed = object({ id: { type: ['string'] }, content: { type: ['integer'] } })
    expect(witness(listed, code([...variants].reverse()))).toEqual(witness(listed, code(variants)))
  })

  it('holds no more than it needs: the smaller of two variants', () => {
    const code: Schema = {
      anyOf: [object({ id: { type: ['string'] }, name: { type: ['string'] } }), object({ id: { type: ['string'] } })],
    }
    expect(witness({ type: ['string'] }, code)).toEqual([['', { id: 'a1b2c3' }]])
  })

  it.each([
    ['^[A-Z]{2}-\\d{4}$', 'AB-1234'],
    ['^[a-z]+$', 'abcdef'],
    ['^\\d{3}-\\d{2}$', '123-45'],
    ['^LIB-[0-9]{6}$', 'LIB-123456'],
  ])('of the pattern %s is no row of one letter', (pattern, text) => {
    expect(sampleOf(pattern, 6)).toBe(text)
    expect(text).toMatch(new RegExp(pattern))
  })

  it.each([
    ['pin', '7291'],
    ['profile', 'some profile'],
    ['soilType', 'other'],
    ['bedName', 'Ada Lovelace'],
    ['unknownThing', 'some unknown thing'],
    ['*', 'something else'],
  ])('of the property %s reads like one', (name, text) => {
    expect(textByName(name)).toBe(text)
  })
})
