import { describe, expect, it } from 'vitest'
import { compareSchemas, type Verdict } from '../../src/diff/compare.js'
import type { Schema, Schemas } from '../../src/model/schema.js'

const address = { part: 'response', status: '200', mediaType: 'application/json', pointer: '' } as const

function compare(code: Schema, spec: Schema, schemas: Schemas = {}): Verdict {
  return compareSchemas({
    spec: { schema: spec, schemas },
    code: { schema: code, schemas: { ...schemas } },
    direction: 'response',
    address,
  })
}

const text = (pattern: string): Schema => ({ type: ['string'], pattern })
const seconds = 1_000

describe('a pattern that takes too long', () => {
  it.each<[string, string]>([
    ['^(a+)+$', `${'a'.repeat(40)}!`],
    ['^(a?a)+$', `${'a'.repeat(60)}!`],
    ['^.*.*.*.*.*.*.*.*.*=$', 'a'.repeat(120)],
  ])('neither proves nor disproves anything: %s', { timeout: 5 * seconds }, (pattern, value) => {
    const { differences, unverifiable } = compare({ enum: [value] }, text(pattern))
    expect(differences).toEqual([])
    expect(unverifiable).toHaveLength(1)
  })

  it('leaves open what a property of a name may hold', { timeout: 5 * seconds }, () => {
    const name = `${'a'.repeat(60)}!`
    const spec: Schema = { type: ['object'], patternProperties: { '^(a?a)+$': { type: ['integer'] } } }
    const { differences, unverifiable } = compare(
      { type: ['object'], properties: { [name]: { type: ['string'] } } },
      spec,
    )
    expect(differences).toEqual([])
    expect(unverifiable.map(({ pointer }) => pointer)).toContain(`/${name}`)
  })

  it('costs a document of many no more than some seconds', { timeout: 15 * seconds }, () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`)
    const objects = (member: (name: string) => Schema): Schema => ({
      type: ['object'],
      properties: Object.fromEntries(names.map((name) => [name, member(name)])),
    })
    const { differences, unverifiable } = compare(
      objects(() => ({ enum: [`${'a'.repeat(60)}!`] })),
      objects((name) => text(`^(a?a)+${name}$`)),
    )
    expect(differences).toEqual([])
    expect(unverifiable).toHaveLength(names.length)
  })

  it('does not keep a long text from a pattern that is quick', () => {
    const value = 'a'.repeat(10_001)
    expect(compare({ enum: [value] }, text('^b+$')).differences[0]?.proof?.value).toBe(value)
  })

  it('is not written out where it repeats without end', () => {
    const { differences } = compare(text('^((((a{1000}){1000}){1000}){1000})$'), { type: ['string'], maxLength: 3 })
    expect(differences.every(({ proof }) => proof?.acceptedBy === 'spec')).toBe(true)
  })
})

describe('an object of thousands of properties', () => {
  const objects = (count: number, type: (index: number) => 'string' | 'integer'): Schema => ({
    type: ['object'],
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`, { type: [type(index)] } as const]),
    ),
  })

  it('shows the one whose type differs', { timeout: 10 * seconds }, () => {
    const spec = objects(4_000, () => 'string')
    const { differences } = compare(
      objects(4_000, (index) => (index === 2_000 ? 'integer' : 'string')),
      spec,
    )
    expect(differences.map(({ pointer, aspect }) => `${pointer} ${aspect}`)).toEqual(['/p2000 type'])
    expect(differences[0]?.proof?.value).toEqual({ p2000: expect.any(Number) })
  })

  it('tells of each that differs, shown or not', { timeout: 15 * seconds }, () => {
    const { differences, unverifiable } = compare(
      objects(4_000, () => 'integer'),
      objects(4_000, () => 'string'),
    )
    expect(differences.length).toBeGreaterThan(10)
    expect(differences.length + unverifiable.length).toBe(4_000)
  })
})

describe('schemas that name the next one twice', () => {
  const ref = (name: string): Schema => ({ ref: name })
  const chain = (last: Schema, link: (below: Schema, level: number) => Schema): Schemas =>
    Object.fromEntries([
      ['L0', last],
      ...Array.from({ length: 29 }, (_, index) => [`L${index + 1}`, link(ref(`L${index}`), index)] as const),
    ])
  const object = (type: 'string' | 'integer'): Schema => ({ type: ['object'], properties: { a: { type: [type] } } })
  const outcome = (link: (below: Schema, level: number) => Schema, [code, spec]: readonly [Schema, Schema]): string => {
    const { differences, unverifiable } = compareSchemas({
      spec: { schema: ref('L29'), schemas: chain(spec, link) },
      code: { schema: ref('L29'), schemas: chain(code, link) },
      direction: 'response',
      address,
    })
    return differences.length > 0 ? 'outside' : unverifiable.length > 0 ? 'cannot tell' : 'contained'
  }
  const both = [object('integer'), object('string')] as const
  const leaves = [{ type: ['integer'] }, { type: ['string'] }] as const satisfies readonly Schema[]

  it.each<[string, (below: Schema, level: number) => Schema, readonly [Schema, Schema], string]>([
    ['in an allOf', (below) => ({ allOf: [below, below] }), both, 'outside'],
    ['in an allOf of an allOf', (below) => ({ allOf: [{ allOf: [below] }, below] }), both, 'outside'],
    ['as two members', (below) => ({ type: ['object'], properties: { a: below, b: below } }), leaves, 'outside'],
    [
      'as required members, so that no example is small',
      (below) => ({ type: ['object'], properties: { a: below, b: below, c: below }, required: ['a', 'b', 'c'] }),
      leaves,
      'cannot tell',
    ],
    ['in an anyOf', (below) => ({ anyOf: [below, below] }), leaves, 'cannot tell'],
    [
      'in a oneOf',
      (below, level) => ({
        oneOf: [below, { type: ['object'], properties: { [`k${level}`]: below }, required: [`k${level}`] }],
      }),
      leaves,
      'outside',
    ],
    [
      'as members that must be one value',
      (below) => ({ type: ['object'], properties: { a: below, b: below }, required: ['a', 'b'] }),
      [{ enum: ['x'] }, { enum: ['y'] }],
      'cannot tell',
    ],
  ])('are compared in time: %s', { timeout: 10 * seconds }, (_, link, schemas, expected) => {
    expect(outcome(link, schemas)).toBe(expected)
  })

  it('are not multiplied out without end where unions stand beside unions', { timeout: 10 * seconds }, () => {
    const either = (index: number): Schema => ({
      anyOf: ['a', 'b'].map((name) => ({
        type: ['object'],
        properties: { [`${name}${index}`]: { type: ['string'] } },
      })),
    })
    const holder = (type: 'string' | 'integer'): Schema => ({
      type: ['object'],
      properties: { v: { allOf: Array.from({ length: 20 }, (_, index) => either(index)) }, w: { type: [type] } },
    })
    const { differences, unverifiable } = compare(holder('integer'), holder('string'))
    expect(differences).toEqual([])
    expect(unverifiable.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/v', '/w']))
  })
})
