import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { Lookup } from '../../../src/code/types/expressions/expression.js'
import { readExpression } from '../../../src/code/types/expressions/read-expression.js'
import { dereferenced } from './bare.js'
import { openFixtures } from './program.js'
import { boolean, nothing, numeric, object, oneOf, text } from './words.js'

const { checker, exported, locate, reader } = openFixtures('expressions')

/** Each fixture puts the expression under test first in an array. */
function elements(name: string): readonly ts.Expression[] {
  const found: ts.ArrayLiteralExpression[] = []
  const visit = (node: ts.Node): void => {
    const isAnswer =
      ts.isVariableDeclaration(node.parent) || ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent)
    if (ts.isArrayLiteralExpression(node) && isAnswer) found.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(exported('expressions', name).at, visit)
  const answer = found.at(-1)
  if (answer === undefined) throw new Error(`${name} holds no array`)
  return answer.elements
}

function read(name: string, lookup?: Lookup): unknown {
  const [expression] = elements(name)
  if (expression === undefined) throw new Error(`${name} is empty`)
  const { schema, absence } = readExpression({ checker, types: reader, locate }, expression, lookup)
  return absence === 'never' ? dereferenced(schema, reader.schemas) : { absence }
}

const pet = { id: oneOf(true), name: nothing, 'nick?': boolean }
const widened = (value: string) => ({ anyOf: [oneOf(value), { ...text, inexact: expect.stringContaining('widened') }] })
const fixed = (...prefixItems: readonly unknown[]) => ({
  type: ['array'],
  prefixItems,
  minItems: prefixItems.length,
  maxItems: prefixItems.length,
})
const open = (properties: Readonly<Record<string, unknown>>) => ({
  ...Object(object(properties)),
  additionalProperties: true,
  inexact: expect.any(String),
})

const refusal = { success: boolean, version: oneOf(1), status: oneOf(404) }

describe('an expression that is sent', () => {
  it.each([
    [
      'literals are exact',
      'literals',
      object({
        status: oneOf('ok'),
        count: oneOf(1),
        low: oneOf(-2),
        good: oneOf(true),
        none: oneOf(null),
        plain: oneOf('text'),
      }),
    ],
    [
      'nested literals are exact, arrays have their length',
      'nested',
      object({
        data: object({ kind: oneOf('pet') }),
        list: fixed(oneOf('a'), oneOf(1)),
        empty: { type: ['array'], maxItems: 0 },
      }),
    ],
    ['a shorthand property is its variable', 'shorthand', object({ pet: object(pet), flag: boolean })],
    ['a property after a spread covers it', 'spread', object({ id: oneOf(true), name: oneOf('x'), 'nick?': boolean })],
    [
      'an optional property of a spread lets the one before it through',
      'covered',
      object({ nick: { anyOf: [oneOf('x'), boolean] }, id: oneOf(true), name: nothing }),
    ],
    ['a conditional spread of one property is optional', 'optionalSpread', object({ a: oneOf(1), 'b?': oneOf(2) })],
    [
      'a conditional spread of several properties stays a choice',
      'pairSpread',
      { anyOf: [object({ a: oneOf(1), b: oneOf(2), c: oneOf(3) }), object({ a: oneOf(1) })] },
    ],
    [
      'nothing is spread from null',
      'nullSpread',
      { anyOf: [object({ a: oneOf(1) }), object({ ...pet, a: oneOf(1) })] },
    ],
    ['a spread of what may hold any keys, or be missing, opens the object', 'recordSpread', open({ a: oneOf(1) })],
    [
      'a spread of any opens the object and hides what stands before it',
      'anySpread',
      open({ a: { inexact: '`any`' }, b: oneOf(2) }),
    ],
    ['a spread of no plain object opens the object', 'dateSpread', open({ a: oneOf(1) })],
    ['nor is what may be null and has toJSON', 'idSpread', open({ a: oneOf(1) })],
    ['a computed key opens the object', 'computed', open({ c: oneOf(2) })],
    [
      'literal keys count, symbols and methods do not',
      'computedLiteral',
      object({ '3': oneOf(4), c: oneOf(2), own: boolean }),
    ],
    [
      'a condition is a choice',
      'conditional',
      { anyOf: [object({ ok: oneOf(true) }), object({ ok: oneOf(false), why: oneOf('no') })] },
    ],
    [
      'a condition inside is an enum, or an optional property',
      'conditionalValue',
      object({ state: oneOf('on', 'off'), 'maybe?': oneOf('x') }),
    ],
    ['as const changes nothing', 'asConst', object({ kind: oneOf('x') })],
    ['satisfies changes nothing', 'satisfied', object({ kind: oneOf('x') })],
    ['a cast is believed', 'cast', object({ kind: text })],
    ['a cast to any is not', 'castToAny', object({ kind: oneOf('x') })],
    [
      '?? is the left side without null, or the right side',
      'fallback',
      { anyOf: [object(pet), object({ id: oneOf(false) })] },
    ],
    [
      '|| after an object is that object or the right side',
      'orLiteral',
      { anyOf: [object(pet), object({ id: oneOf(false) })] },
    ],
    ['|| after a number is read by its type', 'orNumber', { anyOf: [oneOf('none'), numeric] }],
    ['?? [] is a list of any length', 'orEmptyList', { type: ['array'], items: object(pet) }],
    ['?? null after an element of a list may be null', 'elementOrNull', { anyOf: [object({ id: text }), oneOf(null)] }],
    ['?? null keeps the object', 'orNull', { anyOf: [object(pet), oneOf(null)] }],
    [
      'a mapped list has the literal that its callback makes',
      'mapped',
      { type: ['array'], items: object({ kind: oneOf('pet'), id: oneOf(true) }) },
    ],
    [
      'and so has a constant',
      'mappedByName',
      object({ listed: { type: ['array'], items: object({ kind: oneOf('pet'), id: oneOf(true) }) } }),
    ],
    [
      'what the constructor only fills holds its arguments',
      'constructed',
      object({ success: boolean, version: oneOf(1), status: oneOf(200), message: oneOf(null), data: object(pet) }),
    ],
    [
      'through the constructor above it, with defaults, and without what is not given',
      'constructedBelow',
      object({ hint: oneOf('try later'), ...refusal, message: oneOf('none') }),
    ],
    [
      'a field that a method sets is what its type says',
      'constructedThenSet',
      object({ success: boolean, version: oneOf(1), status: oneOf(200), message: { anyOf: [nothing, text] } }),
    ],
    ['what an instance is turned into stays that', 'constructedAsJson', object({ shown: oneOf(true) })],
    [
      'a constant instance is the one that was made',
      'constructedByName',
      object({ hint: text, ...refusal, message: oneOf('none') }),
    ],
    [
      'unless it is changed',
      'constructedAndChanged',
      object({
        hint: { anyOf: [nothing, text] },
        success: boolean,
        version: numeric,
        status: numeric,
        message: { anyOf: [nothing, text] },
      }),
    ],
    [
      'and so is what a function only makes',
      'constructedByCall',
      object({ hint: oneOf('try later'), ...refusal, message: oneOf('late') }),
    ],
    ['a template string is some string', 'template', object({ path: text })],
    ['what is undefined in an array is null', 'array', fixed(object({ id: oneOf(1) }), oneOf('x', null))],
    ['an object with toJSON is what that returns', 'toJson', object({ shown: oneOf(true) })],
    ['a value that may be undefined is optional', 'getter', object({ 'value?': boolean, bang: boolean })],
    ['undefined is nothing', 'missing', { absence: 'always' }],
  ])('%s', (_, name, schema) => {
    expect(read(name)).toEqual(schema)
  })

  it.each([
    [
      'that nobody changes is its literal',
      'byName',
      object({ kind: oneOf('constant'), inner: object({ deep: oneOf(1) }) }),
    ],
    ['that is assigned to is its type', 'mutated', object({ kind: widened('first') })],
    ['that is passed on is its type', 'passed', object({ kind: widened('first') })],
    ['that is only sent and logged is its literal', 'answered', object({ kind: oneOf('first') })],
    ['whose list grows is its type', 'pushed', object({ list: { type: ['array'], items: text } })],
    ['that is narrowed is its narrowed type', 'narrowed', object(pet)],
    ['of a declared type is what is written', 'declaredEnvelope', object({ data: oneOf(1), error: oneOf(null) })],
    ['of a declared type is that where what is written says nothing', 'typedParts', object({ name: text })],
  ])('a constant %s', (_, name, schema) => {
    expect(read(name)).toEqual(schema)
  })

  it.each([
    [
      'a literal argument',
      'envelope',
      object({ success: oneOf(true), data: object({ id: oneOf(7) }), message: oneOf('fine') }),
    ],
    [
      'a typed argument',
      'envelopeOfType',
      object({ success: oneOf(true), data: object(pet), message: oneOf('other') }),
    ],
    [
      'an envelope',
      'envelopes',
      object({
        success: oneOf(true),
        data: object({ success: oneOf(true), data: object(pet), message: oneOf('fine') }),
        message: oneOf('fine'),
      }),
    ],
    ['a spread argument', 'paged', object({ items: fixed(object(pet)), total: oneOf(1) })],
  ])('an envelope around %s keeps it', (_, name, schema) => {
    expect(read(name)).toEqual(schema)
  })

  it.each(['recursiveCall', 'forked'])('a function that calls itself ends (%s)', (name) => {
    expect(JSON.stringify(read(name)).length).toBeLessThan(20_000)
  })

  it('an awaited call is the type of its promise', () => {
    expect(read('awaited')).toEqual(
      object({ late: { anyOf: [oneOf(true), { ...boolean, inexact: expect.any(String) }] } }),
    )
  })
})

describe('a parameter whose argument the caller knows', () => {
  it('stands for it wherever it is used', () => {
    const [data, extra] = elements('given')
    const known = new Map([
      ['data', data],
      ['extra', extra],
    ])
    const schema = read('ok', (node) => {
      const expression = known.get(node.text)
      return expression === undefined ? undefined : { expression, lookup: () => undefined }
    })
    const argument = object({ name: oneOf('rex'), age: oneOf(3) })
    expect(schema).toEqual(
      object({
        success: oneOf(true),
        data: argument,
        page: oneOf(2),
        name: oneOf('rex'),
        or: { anyOf: [argument, oneOf('none')] },
      }),
    )
  })

  it('is its type where the caller knows nothing', () => {
    expect(read('ok')).toMatchObject({ additionalProperties: true, properties: { name: { inexact: '`any`' } } })
  })
})

describe('a value from a call that names the fields it wants', () => {
  const presences = (name: string): Readonly<Record<string, string>> => {
    const [expression] = elements(name)
    if (expression === undefined) throw new Error(`${name} is empty`)
    const { schema } = readExpression({ checker, types: reader, locate }, expression)
    const item = typeof schema.items === 'object' ? schema.items : schema
    const object = item.ref === undefined ? item : reader.schemas[item.ref]
    return Object.fromEntries(
      Object.entries(object?.properties ?? {}).map(([field, { presence }]) => [
        field,
        presence !== undefined ? 'unknown' : object?.required?.includes(field) ? 'sent' : 'optional',
      ]),
    )
  }

  it.each([
    ['holds those, and perhaps others', 'columns', { id: 'sent', name: 'sent', secret: 'unknown' }],
    ['holds the one, and perhaps others', 'oneColumn', { id: 'unknown', name: 'sent', secret: 'unknown' }],
    ['is not known where the names are not', 'someOfThem', { id: 'unknown', name: 'unknown', secret: 'unknown' }],
    ['holds all by a word that is no field', 'everyColumn', { id: 'sent', name: 'sent', secret: 'sent' }],
    ['holds all where it names none', 'noColumns', { id: 'sent', name: 'sent', secret: 'sent' }],
    ['is told through functions and constants', 'columnsBelow', { id: 'sent', name: 'sent', secret: 'unknown' }],
    ['may name them in an option', 'columnsOption', { id: 'sent', name: 'unknown', secret: 'unknown' }],
    ['holds all where it names an order', 'sorted', { id: 'sent', name: 'sent', secret: 'sent' }],
  ])('%s', (_, name, expected) => {
    expect(presences(name)).toEqual(expected)
  })
})
