import { describe, expect, it } from 'vitest'
import { dereferenced } from './bare.js'
import * as fixture from './fixtures/wire.js'
import { faults } from './json-schema.js'
import { openFixtures } from './program.js'
import { boolean, dateTime, hollow, listOf, nothing, numeric, object, oneOf, text } from './words.js'

const { exported, reader } = openFixtures('wire')

// A copy is a plain object, whose members may be looked up by name.
const wire = { ...fixture }

type Row = readonly [states: string, name: keyof typeof wire, schema: unknown, refused: readonly unknown[]]

const unknown = { inexact: expect.any(String) }
const template = (pattern: unknown) => ({ type: ['string'], inexact: expect.any(String), pattern })
const indexed = { type: ['object'], inexact: expect.any(String), patternProperties: { '^(?:0|[1-9][0-9]*)$': numeric } }
const keyed = { type: ['object'], inexact: expect.any(String) }

const rows: readonly Row[] = [
  [
    'primitives and literals are themselves',
    'primitives',
    object({ s: text, n: numeric, b: boolean, z: nothing, l: oneOf('a', 'b'), k: oneOf(1, 2), t: oneOf(true) }),
    [
      { s: 'x', n: 1, b: true, z: null, l: 'c', k: 1, t: true },
      { s: 1, n: 1, b: true, z: null, l: 'a', k: 1, t: true },
    ],
  ],
  [
    'a numeric enum is its numbers, a string enum its strings',
    'enums',
    object({ numeric: oneOf(0, 1), textual: oneOf('UP', 'DOWN'), constant: oneOf('a', 'b'), member: oneOf('UP') }),
    [{ numeric: 'One', textual: 'DOWN', constant: 'a', member: 'UP' }],
  ],
  [
    'an optional property and one that may be undefined may be absent',
    'present',
    object({ 'a?': text, 'b?': text, 'd?': nothing }),
    [{ c: 1 }],
  ],
  ['undefined itself never appears', 'absent', object({ 'a?': text, 'b?': text, 'd?': nothing }), [{ a: null }]],
  [
    'a Date is a date-time',
    'date',
    object({ at: dateTime, maybe: { anyOf: [nothing, dateTime] } }),
    [{ at: 'yesterday', maybe: null }],
  ],
  [
    'anything with toJSON is what toJSON returns, also inherited, and once only',
    'toJson',
    object({ id: text, inherited: object({ id: text, at: dateTime }), self: object({ own: boolean }), url: text }),
    [{ id: 'x', inherited: { hidden: 1 }, self: { own: true }, url: 'x' }],
  ],
  [
    'what toJSON returns is asked for nothing more; where it returns nothing, nothing is sent',
    'convertedOnce',
    object({
      later: { anyOf: [nothing, hollow] },
      'shy?': oneOf(true),
      list: listOf({ anyOf: [oneOf(true), nothing] }),
    }),
    [{ later: '1970-01-01T00:00:00.000Z', list: [] }],
  ],
  [
    'a list of never is empty, and a rest in the middle leaves open which item stands where',
    'nobody',
    object({
      list: { type: ['array'], minItems: 0, maxItems: 0 },
      bounds: {
        type: ['array'],
        items: { anyOf: [oneOf(true), oneOf(false), object({ last: oneOf(true) })] },
        minItems: 2,
        inexact: expect.any(String),
      },
    }),
    [{ list: [null], bounds: [true, { last: true }] }],
  ],
  [
    'the number of a template is written in any way that Number reads',
    'dotted',
    object({ width: template(expect.any(String)) }),
    [{ width: 'px' }, { width: '.px' }, { width: '1.2.3px' }],
  ],
  [
    'a Buffer is its type and data',
    'buffer',
    object({ bytes: object({ type: oneOf('Buffer'), data: listOf(numeric) }) }),
    [{ bytes: 'YWI=' }],
  ],
  [
    'functions, symbols, symbol keys and undefined are absent',
    'silent',
    object({ kept: oneOf(true) }),
    [{ kept: true, f: null }],
  ],
  ['what may be a function may be absent', 'maybeFunction', object({ 'f?': oneOf('x') }), [{ f: null }]],
  [
    'private and protected fields are present; #private members, methods and prototype accessors are not',
    'instance',
    object({ extra: nothing, visible: boolean, kept: boolean, also: boolean, viaParameter: boolean }),
    [{ viaParameter: true, visible: true, kept: true, also: true, extra: null, computed: 'x' }],
  ],
  [
    'own getters of an object literal are present',
    'accessors',
    object({ own: boolean, plain: nothing }),
    [{ plain: null }],
  ],
  [
    'Map, Set, WeakMap, Promise, RegExp and Error are empty; an error keeps its own fields',
    'hollow',
    object({
      map: hollow,
      set: hollow,
      weak: hollow,
      promise: hollow,
      re: hollow,
      error: hollow,
      failure: object({ code: boolean }),
    }),
    [{ map: { a: 1 }, set: {}, weak: {}, promise: {}, re: {}, error: {}, failure: { code: true } }],
  ],
  [
    'undefined, functions and symbols inside an array are null',
    'holes',
    object({ u: listOf(nothing), f: listOf(nothing), s: listOf(nothing), m: listOf(oneOf(true, null)) }),
    [{ u: ['x'], f: [], s: [], m: [] }],
  ],
  [
    'typed arrays are objects by index',
    'typed',
    object({ bytes: indexed, floats: indexed }),
    [{ bytes: [1], floats: {} }],
  ],
  [
    'tuples are arrays with the lengths that they fix',
    'tuples',
    object({
      pair: { type: ['array'], prefixItems: [boolean, nothing], minItems: 2, maxItems: 2 },
      optional: {
        type: ['array'],
        prefixItems: [boolean, { ...nothing, inexact: expect.any(String) }],
        minItems: 1,
        maxItems: 2,
      },
      rest: { type: ['array'], prefixItems: [oneOf(true)], items: nothing, minItems: 1 },
      fixed: { type: ['array'], prefixItems: [oneOf(1), oneOf(2)], minItems: 2, maxItems: 2 },
      empty: { type: ['array'], minItems: 0, maxItems: 0 },
      middle: { type: ['array'], items: oneOf(true, null, false), minItems: 2, inexact: expect.any(String) },
      uniform: { type: ['array'], items: boolean, minItems: 2, maxItems: 2 },
    }),
    [
      {
        pair: [true],
        optional: [true],
        rest: [true],
        fixed: [1, 2],
        empty: [],
        middle: [true, false],
        uniform: [true, true],
      },
      {
        pair: [true, null],
        optional: [true],
        rest: [true, 1],
        fixed: [1, 2],
        empty: [],
        middle: [true, false],
        uniform: [true, true],
      },
    ],
  ],
  [
    'arrays, readonly arrays and ArrayLike are arrays',
    'arrays',
    object({ a: listOf(boolean), r: listOf(boolean), l: listOf(boolean), n: listOf(listOf(boolean)) }),
    [{ a: [1], r: [], l: [], n: [] }],
  ],
  [
    'records have properties where their keys are literal, else additional properties',
    'records',
    object({
      literal: object({ a: boolean, b: boolean }),
      open: { ...keyed, additionalProperties: boolean },
      numbered: { ...keyed, patternProperties: { '^-?[0-9]+(?:\\.[0-9]+)?$': nothing } },
      some: object({ 'a?': boolean, 'b?': boolean }),
      mapped: object({ x: oneOf('x'), y: oneOf('y') }),
    }),
    [{ literal: { a: true }, open: {}, numbered: {}, some: {}, mapped: { x: 'x', y: 'y' } }],
  ],
  [
    'a template literal index signature is a pattern of keys',
    'headers',
    {
      ...keyed,
      properties: { plain: oneOf(true) },
      required: ['plain'],
      patternProperties: { '^x-[\\s\\S]*$': boolean },
    },
    [{ plain: true, other: true }],
  ],
  [
    'template literal types are strings with a pattern',
    'template',
    object({
      id: template(expect.stringMatching(/^\^pet_\(\?:.*\)\$$/)),
      path: { anyOf: [template('^\\/a\\/[\\s\\S]*$'), template('^\\/b\\/[\\s\\S]*$')] },
    }),
    [
      { id: 'pet_x', path: '/a/' },
      { id: 'pet_1', path: '/c/' },
    ],
  ],
  [
    'a branded type is its primitive',
    'branded',
    object({ id: text, n: numeric, kind: oneOf('a') }),
    [{ id: 'x', n: 1, kind: 'b' }],
  ],
  ['boxed primitives are primitives', 'boxed', object({ s: text, n: numeric, b: boolean }), [{ s: {}, n: 1, b: true }]],
  [
    'any, unknown, object and {} are unknown',
    'unknowns',
    object({ a: unknown, u: unknown, o: unknown, e: unknown }),
    [{ u: 1, o: {}, e: {} }],
  ],
  [
    'recursion is a named definition',
    'recursive',
    object({ name: oneOf(true), children: listOf({ cycle: 1 }), 'parent?': { cycle: 1 } }),
    [{ name: true, children: [{ name: false, children: [] }] }],
  ],
  [
    'JSDoc tags are the matching keywords',
    'tagged',
    object({
      mail: { ...text, format: 'email' },
      stars: { ...numeric, minimum: 1, maximum: 5 },
      slug: { ...text, pattern: '^[a-z]+$' },
      name: { ...boolean, deprecated: true },
      tags: { type: ['array'], items: boolean, minItems: 1 },
    }),
    [
      { mail: 'no', stars: 1, slug: 'a', name: true, tags: [true] },
      { mail: 'a@b.c', stars: 6, slug: 'a', name: true, tags: [true] },
    ],
  ],
  [
    'a key is taken as it is written',
    'quoted',
    object({ "'q'": oneOf(true), 'a-b': oneOf(true), __proto: oneOf(true), __typename: oneOf('Pet') }),
    [{ q: true, 'a-b': true, __proto: true, __typename: 'Pet' }],
  ],
]

describe('a type on the wire', () => {
  it.each(rows)('%s', (_, name, schema) => {
    const { type, at } = exported('wire', name)
    expect(dereferenced(reader.sent(type, at), reader.schemas)).toEqual(schema)
  })

  it.each(rows)('%s: as JSON.stringify has it', (_, name) => {
    const { type, at } = exported('wire', name)
    expect(faults(reader.sent(type, at), reader.schemas, JSON.parse(JSON.stringify(wire[name])))).toBeNull()
  })

  it.each(rows)('%s: and nothing else', (_, name, _schema, refused) => {
    const { type, at } = exported('wire', name)
    const schema = reader.sent(type, at)
    for (const value of refused) expect(faults(schema, reader.schemas, value)).not.toBeNull()
  })

  it('says that a bigint cannot be sent, as JSON.stringify throws on it', () => {
    const { type, at } = exported('wire', 'bigint')
    expect(() => JSON.stringify(wire.bigint)).toThrow(TypeError)
    expect(dereferenced(reader.sent(type, at), reader.schemas)).toEqual(object({ n: { unserialisable: 'bigint' } }))
  })

  it('does not know whether a bigint is sent that a type allows beside other values', () => {
    const { type } = exported('wire', 'Limits')
    const { at } = exported('wire', 'bigint')
    const schema = dereferenced(reader.sent(type, at), reader.schemas)
    expect(JSON.stringify(schema)).toContain('"count":{"anyOf":')
    expect(JSON.stringify(schema).match(/unserialisable/g)).toHaveLength(1)
  })

  it('has a row for every value of the fixture', () => {
    const values = Object.keys(wire).filter((name) => /^[a-z]/.test(name) && name !== 'bigint')
    expect(values.sort()).toEqual(rows.map(([, name]) => name).sort())
  })

  it('gives every named type its place and every property its own', () => {
    const { type } = exported('wire', 'Tree')
    const { at } = exported('wire', 'recursive')
    expect(reader.sent(type, at)).toMatchObject({ ref: 'Tree', at: { file: 'wire.ts' } })
    const line = textOf('wire').indexOf('export interface Tree')
    const tree = reader.schemas.Tree
    expect(tree?.at).toEqual({ file: 'wire.ts', line: lineAt(line), column: 18 })
    expect(tree?.properties?.name?.at).toEqual({ file: 'wire.ts', line: lineAt(line), column: 25 })
  })
})

function textOf(file: string): string {
  return exported(file, 'Tree').at.getSourceFile().text
}

function lineAt(offset: number): number {
  return textOf('wire').slice(0, offset).split('\n').length
}
