import { describe, expect, it } from 'vitest'
import { ask, roads } from '../../bench/containment/ask.js'
import { described } from '../../bench/containment/document.js'
import { pairQuestions } from '../../bench/containment/pairs.js'
import type { Plain } from '../../bench/containment/plain.js'
import { outcomesOf } from '../../bench/containment/tally.js'

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
      'cannot tell',
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
