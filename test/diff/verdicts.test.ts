import { describe, expect, it } from 'vitest'
import { compareSchemas } from '../../src/diff/compare.js'
import type { Schema, Schemas } from '../../src/model/schema.js'

/** What is said of the values that the code sends where the document allows those of another schema. */
function verdict(sent: Schema, allowed: Schema, schemas: Schemas = {}): string {
  const { differences, unverifiable } = compareSchemas({
    spec: { schema: allowed, schemas },
    code: { schema: sent, schemas },
    direction: 'response',
    address: { part: 'response', status: '200', mediaType: 'application/json', pointer: '' },
  })
  const worst = differences.filter(({ wider, proof }) => wider === 'code' && proof !== null)
  return worst.length > 0 ? 'outside' : unverifiable.length > 0 ? 'cannot tell' : 'contained'
}

const object = (words: Schema): Schema => ({ type: ['object'], ...words })
const named = (pattern: string, schema: Schema): Schema =>
  object({ patternProperties: { [pattern]: schema }, additionalProperties: false })
const text: Schema = { type: ['string'] }
const whole: Schema = { type: ['integer'] }

/** Expected by hand: `outside` where some value that is sent is not allowed. */
describe('what is sent against what is allowed', () => {
  it.each<[string, Schema, Schema, string]>([
    ['members by one pattern, of another type', named('^x-', text), named('^x-', whole), 'outside'],
    ['members by one pattern, of the same type', named('^x-', text), named('^x-', text), 'contained'],
    [
      'members by one pattern, within a bound',
      named('^x-', { ...whole, maximum: 5 }),
      named('^x-', { ...whole, maximum: 9 }),
      'contained',
    ],
    [
      'members by one pattern, past a bound',
      named('^x-', { ...whole, maximum: 9 }),
      named('^x-', { ...whole, maximum: 5 }),
      'outside',
    ],
    [
      'a member that no object has, which is asked for',
      object({ properties: { name: text }, required: ['name'], additionalProperties: false }),
      object({ properties: { name: text }, required: ['name', 'nmae'], additionalProperties: false }),
      'outside',
    ],
    ['a denied choice that overlaps', whole, { not: { oneOf: [whole, { type: ['number'] }] } }, 'cannot tell'],
    ['whole numbers for large multiples', whole, { ...whole, multipleOf: 1e10 }, 'outside'],
    [
      'few whole numbers for large multiples',
      { ...whole, minimum: 1, maximum: 5 },
      { ...whole, multipleOf: 1e10 },
      'outside',
    ],
    ['a listed number for a large multiple', { enum: [3] }, { ...whole, multipleOf: 1e10 }, 'outside'],
    ['cents for hundredths', { enum: [0.07, 1.1, 19.99] }, { type: ['number'], multipleOf: 0.01 }, 'contained'],
    ['multiples of ten for those of five', { ...whole, multipleOf: 10 }, { ...whole, multipleOf: 5 }, 'contained'],
  ])('%s', (_, sent, allowed, expected) => {
    expect(verdict(sent, allowed)).toBe(expected)
  })

  it.each<[string, Schema, Schema]>([
    [
      'an address of any length for one of 320 letters',
      { ...text, format: 'email' },
      { ...text, format: 'email', maxLength: 320 },
    ],
    [
      'a host name with a dot at its end',
      { ...text, format: 'hostname' },
      { ...text, format: 'hostname', maxLength: 253 },
    ],
    [
      'a text beside what is none, for a short one beside it',
      { anyOf: [{ not: text }, text] },
      { anyOf: [{ not: text }, { ...text, maxLength: 1 }] },
    ],
    [
      'whole numbers beside a condition, for a bound beside it',
      { anyOf: [{ ...whole, not: { ...whole, minimum: 5 } }, whole] },
      {
        anyOf: [
          { ...whole, not: { ...whole, minimum: 5 } },
          { ...whole, maximum: 10 },
        ],
      },
    ],
    [
      'one more pattern',
      object({ patternProperties: { '^x-': text, '^y-': text }, additionalProperties: false }),
      named('^x-', text),
    ],
    [
      'members of any name for a pattern',
      object({ additionalProperties: text }),
      object({ patternProperties: { '^x-': whole }, additionalProperties: text }),
    ],
  ])('%s is never called contained', (_, sent, allowed) => {
    expect(verdict(sent, allowed)).not.toBe('contained')
  })
})

describe('what a client may send against what the code takes', () => {
  it('is never called contained where only another variant takes a member', () => {
    const variant = (kind: string, more: Schema = {}): Schema =>
      object({ properties: { kind: { enum: [kind] }, ...more.properties }, required: ['kind'] })
    const note: Schema = { properties: { note: text } }
    const { differences, unverifiable } = compareSchemas({
      spec: { schema: { oneOf: [variant('card', note), variant('cash', note)] }, schemas: {} },
      code: { schema: { oneOf: [variant('card', note), variant('cash')] }, schemas: {} },
      direction: 'request',
      address: { part: 'request', status: null, mediaType: 'application/json', pointer: '' },
    })
    expect(differences.length + unverifiable.length).toBeGreaterThan(0)
  })
})
