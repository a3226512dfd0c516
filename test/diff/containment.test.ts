import { describe, expect, it } from 'vitest'
import { ask, roads } from '../../bench/containment/ask.js'
import { described } from '../../bench/containment/document.js'
import { pairQuestions } from '../../bench/containment/pairs.js'
import type { Plain } from '../../bench/containment/plain.js'
import { outcomesOf } from '../../bench/containment/tally.js'
import { isContained } from '../../src/diff/schema/prove/contained.js'
import { sideOf } from '../../src/diff/schema/side.js'

describe('a verdict on whether all values of one schema are values of another', () => {
  it('is never wrong on generated pairs whose answer is known, and each proof is one for Ajv', async () => {
    const wrong: unknown[] = []
    let told = 0
    for await (const question of pairQuestions(20261123, 80)) {
      for (const { answer, ...outcome } of outcomesOf(question)) {
        if (answer.says !== 'cannot tell') told += 1
        if (outcome.wrong) wrong.push([question.kind, outcome.road, answer, question.written])
      }
    }
    expect(wrong).toEqual([])
    expect(told).toBeGreaterThan(30)
  })

  it.each<[string, Plain, Plain, string]>([
    ['a value that not refuses', { enum: [3] }, { not: { type: 'integer' } }, 'outside'],
    ['a value that not lets pass', { enum: ['a'] }, { not: { type: 'integer' } }, 'contained'],
    ['a list that lacks what it must contain', { enum: [['a']] }, { contains: { type: 'integer' } }, 'outside'],
    ['a name that propertyNames refuses', { enum: [{ A: 1 }] }, { propertyNames: { pattern: '^[a-z]+$' } }, 'outside'],
    [
      'a property called constructor',
      { enum: [{ constructor: 'a' }] },
      { properties: { constructor: { type: 'number' } } },
      'outside',
    ],
    [
      'a property called __proto__',
      { enum: [JSON.parse('{"__proto__":"a"}')] },
      { not: JSON.parse('{"required":["__proto__"]}') },
      'outside',
    ],
    ['a property called toString', { enum: [{ toString: { a: 1 } }] }, { required: ['toString', 'b'] }, 'outside'],
    [
      'a listed object that holds an object under constructor',
      { enum: [{ constructor: { a: 1 } }] },
      { type: 'object', properties: { constructor: { type: 'object', properties: { a: { type: 'integer' } } } } },
      'contained',
    ],
    [
      'a required field that no value can lack, since there is no value',
      {
        allOf: [
          { type: 'object', properties: { kind: { enum: ['a'] } }, required: ['kind'] },
          { type: 'object', properties: { kind: { enum: ['b'] }, id: { type: 'string' } }, required: ['kind', 'id'] },
        ],
      },
      { type: 'object', properties: { kind: { enum: ['c'] }, name: { type: 'string' } }, required: ['kind', 'name'] },
      'contained',
    ],
    ['a list of no values', { enum: ['a'] }, { enum: [] }, 'outside'],
    ['a property that can hold nothing', { enum: [{}] }, { properties: { a: true, b: false } }, 'contained'],
    [
      'a schema and one of a union that says the same',
      { oneOf: [{ properties: { a: { type: 'integer' } } }, { required: ['b'] }] },
      { anyOf: [{ oneOf: [{ properties: { a: { type: 'integer' } } }, { required: ['b'] }] }, { enum: [{ a: 'x' }] }] },
      'contained',
    ],
    [
      'a value that a schema does not have anyway',
      { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
      { not: { enum: [{ a: 'x' }] } },
      'contained',
    ],
    [
      'a value that a schema has, and the other refuses',
      { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
      { not: { enum: [{ a: 1 }] } },
      'outside',
    ],
    [
      'a member that no variant in force lists',
      { enum: [{ a: 1, c: 1 }] },
      {
        properties: { a: true },
        anyOf: [{ properties: { b: true }, required: ['b'] }, { properties: { c: { type: 'string' } } }],
        unevaluatedProperties: false,
      },
      'outside',
    ],
    [
      'members that two variants list together',
      { enum: [{ b: 1, c: 1 }] },
      { anyOf: [{ properties: { b: true } }, { properties: { c: true } }], unevaluatedProperties: false },
      'contained',
    ],
    [
      'a member that only the condition lists, where it does not hold',
      { enum: [{ kind: 'b' }] },
      {
        if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never a promise
        then: { properties: { size: true } },
        unevaluatedProperties: false,
      },
      'outside',
    ],
    [
      'objects that keep to a variant, and so to what it lists',
      {
        type: 'object',
        properties: { id: { type: 'integer' }, kind: { const: 'cat' }, lives: { type: 'integer' } },
        required: ['id', 'kind', 'lives'],
        additionalProperties: false,
      },
      {
        type: 'object',
        properties: { id: { type: 'integer' } },
        required: ['id'],
        oneOf: [
          { properties: { kind: { const: 'cat' }, lives: { type: 'integer' } }, required: ['kind'] },
          { properties: { kind: { const: 'dog' }, tricks: { type: 'integer' } }, required: ['kind'] },
        ],
        unevaluatedProperties: false,
      },
      'contained',
    ],
    [
      'a member that unevaluatedProperties holds to a schema',
      { enum: [{ a: 1, other: 2 }] },
      { anyOf: [{ properties: { a: true } }], unevaluatedProperties: { type: 'string' } },
      'outside',
    ],
    [
      'variants told apart by what they list',
      { anyOf: [{ enum: ['a'] }, { enum: ['b'] }] },
      { enum: ['b', 'a'] },
      'contained',
    ],
    ['a field that a dependency asks for', { enum: [{ a: 1 }] }, { dependentRequired: { a: ['b'] } }, 'outside'],
    ['a remote reference', { enum: [1] }, { $ref: 'https://example.com/a.json' }, 'cannot tell'],
  ])('%s', async (_, left, right, expected) => {
    const [one, other] = [await described(left, 'draft2020-12'), await described(right, 'draft2020-12')]
    expect(roads.map((road) => ask(one, other, road).says)).toEqual([expected, expected])
  })
})

it('takes two references to one schema for the same only where nothing stands beside either', () => {
  const schemas = { Name: { type: ['string'] } } as const
  const side = sideOf('spec', schemas, 'response')
  expect(isContained({ ref: 'Name' }, side, { ref: 'Name', deprecated: true }, side)).toBe(true)
  expect(isContained({ ref: 'Name' }, side, { ref: 'Name', minLength: 3 }, side)).toBe(false)
})
