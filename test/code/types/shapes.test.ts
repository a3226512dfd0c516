import { describe, expect, it } from 'vitest'
import { isNothing } from '../../../src/code/types/absence.js'
import { dereferenced } from './bare.js'
import { openFixtures } from './program.js'
import { boolean, dateTime, hollow, listOf, nothing, numeric, object, oneOf, text } from './words.js'

const { checker, exported, reader } = openFixtures('shapes')

function sent(name: string): unknown {
  const { type, at } = exported('shapes', name)
  return dereferenced(reader.sent(type, at), reader.schemas)
}

const unknown = { inexact: expect.any(String) }
const circle = object({ kind: oneOf('circle'), round: oneOf(true) })
const square = object({ kind: oneOf('square'), sides: oneOf(4) })
const widened = (values: readonly unknown[], type: string) => ({
  anyOf: [{ enum: values }, { type: [type], inexact: expect.stringContaining('inference widened') }],
})

describe('recursion', () => {
  it.each([
    [
      'of an interface in itself',
      'Node1',
      object({ next: { anyOf: [nothing, { cycle: 1 }] }, siblings: listOf({ cycle: 1 }) }),
    ],
    [
      'of two interfaces in each other',
      'Author',
      object({
        books: listOf(
          object({
            author: { cycle: 2 },
            sequels: object({ second: { anyOf: [nothing, { cycle: 1 }] }, third: { anyOf: [nothing, { cycle: 1 }] } }),
          }),
        ),
      }),
    ],
    [
      'of a generic',
      'Numbers',
      object({ list: object({ head: oneOf(true), tail: { anyOf: [nothing, { cycle: 1 }] } }) }),
    ],
    ['of an alias through arrays', 'Nested', { anyOf: [boolean, listOf({ cycle: 1 })] }],
  ])('%s is a definition that names itself', (_, name, schema) => {
    expect(sent(name)).toEqual(schema)
  })

  it('of a JSON value ends', () => {
    const json = sent('Json') as { anyOf: unknown[] }
    expect(json.anyOf).toHaveLength(6)
    expect(json.anyOf).toContainEqual(listOf({ cycle: 1 }))
    expect(json.anyOf).toContainEqual({
      type: ['object'],
      additionalProperties: { cycle: 1 },
      inexact: expect.any(String),
    })
  })

  it('of a generic that grows without end is cut with a reason', () => {
    expect(JSON.stringify(sent('Endless'))).toContain('too large to read')
  })
})

describe('shapes of types', () => {
  it.each([
    ['an intersection of objects is one object', 'Merged', object({ a: oneOf(true), c: nothing, 'b?': boolean })],
    [
      'an intersection with a union is a union of objects',
      'WithUnion',
      {
        anyOf: [
          object({ id: oneOf(true), kind: oneOf('x'), x: boolean }),
          object({ id: oneOf(true), kind: oneOf('y'), y: nothing }),
        ],
      },
    ],
    ['a discriminated union keeps its alternatives', 'Shape', { anyOf: [circle, square] }],
    ['a mapped type may rename its keys', 'Renamed', object({ hasCat: boolean, hasDog: boolean })],
    [
      'conditional types are resolved',
      'Unwrapped',
      object({ promise: oneOf(true), list: object({ list: boolean }), same: nothing }),
    ],
    ['a recursive mapped type is resolved', 'Deep', object({ a: object({ b: oneOf(true, null) }) })],
    ['Required makes required', 'Required1', object({ a: oneOf(true) })],
    ['Exclude and Extract are resolved', 'Extracted', object({ kind: oneOf('b', 'c'), only: circle })],
    [
      'enums are their values',
      'Enums',
      object({
        mixed: oneOf('a', 1),
        flags: oneOf(1, 2, 3),
        computed: numeric,
        part: oneOf('a', 2),
        both: oneOf(1, 2, 3, null),
      }),
    ],
    [
      'a class has the fields of its ancestors, and no accessors',
      'User',
      object({ kind: oneOf('user'), name: oneOf(true), id: boolean, 'version?': boolean }),
    ],
    ['methods, never and functions are left out of an interface', 'Optional', object({ kept: nothing })],
    ['a class without fields is an empty object', 'Empty', hollow],
    ['an empty interface says nothing', 'Bare', unknown],
    ['what extends an array is an array', 'Pets', listOf(circle)],
    ['what extends or brands Date is a date-time', 'Dates', object({ moment: dateTime, sub: dateTime })],
    [
      'an open type parameter is unknown',
      'Open',
      object({ value: unknown, partial: unknown, both: unknown, key: unknown, conditional: unknown }),
    ],
    ['a type with thousands of members is not read', 'Wide', { inexact: 'too large to read' }],
  ])('%s', (_, name, schema) => {
    expect(sent(name)).toEqual(schema)
  })

  it('a callable is nothing on the wire', () => {
    expect(isNothing(exported('shapes', 'HasCall').type, checker)).toBe(true)
    expect(isNothing(exported('shapes', 'User').type, checker)).toBe(false)
  })

  it('an Iterable may be an array, an iterator is an empty object', () => {
    expect(sent('Generators')).toEqual(
      object({ it: unknown, entries: hollow, big: { unserialisable: 'bigint' }, kept: oneOf(true) }),
    )
  })

  it('names the type parameter that stays open', () => {
    expect(JSON.stringify(sent('Open'))).toContain('the type parameter T stays open')
  })

  it('two types of one name are kept apart', () => {
    sent('Twins')
    expect(reader.schemas.Twins?.properties).toMatchObject({
      one: { ref: expect.stringMatching(/^Pet/) },
      two: { ref: expect.stringMatching(/^Pet_\d$/) },
    })
    expect(sent('Twins')).toEqual(object({ one: object({ one: oneOf(true) }), two: object({ two: oneOf(true) }) }))
  })

  it('an alias of a primitive keeps its JSDoc keywords, a property has its own, and a Date has its format', () => {
    const count = { ...numeric, minimum: 1, maximum: 9 }
    expect(sent('Aliased')).toEqual(
      object({ id: { ...text, format: 'uuid' }, count, other: { ...numeric, minimum: 2 }, day: dateTime, prose: text }),
    )
  })

  it('JSDoc tags that are no keywords, or hold no value of theirs, change nothing', () => {
    const careless = { ...text, deprecated: true, default: { a: 1 } }
    expect(sent('Annotated')).toEqual(
      object({ careless: object({ text: careless }), both: object({ 'text?': careless }) }),
    )
  })
})

describe('literals that inference has widened', () => {
  it('stay visible beside the primitive', () => {
    expect(sent('widened')).toEqual(
      object({
        status: widened(['ok'], 'string'),
        success: widened([true], 'boolean'),
        count: widened([-1], 'number'),
        list: listOf(text),
        size: { anyOf: [{ enum: ['a'] }, { enum: ['a', 1], inexact: expect.stringContaining('inference widened') }] },
        kept: oneOf('x', null),
        why: widened(['a', 'b'], 'string'),
        exact: oneOf('yes'),
      }),
    )
  })

  it('are found through a constant', () => {
    expect(sent('shorthand')).toEqual(object({ state: widened(['open'], 'string') }))
  })

  it('do not count where the type is declared', () => {
    expect(sent('annotated')).toEqual(object({ status: text }))
  })
})

describe('a received type', () => {
  it('differs where a value cannot come out of JSON', () => {
    const { type, at } = exported('shapes', 'Received')
    expect(dereferenced(reader.received(type, at), reader.schemas)).toEqual(
      object({ n: unknown, map: unknown, holes: listOf(oneOf(true)), date: dateTime, id: text }),
    )
  })
})
