import { describe, expect, it } from 'vitest'
import { markedJson } from '../../src/reporters/pretty/json-line.js'
import { excerpt, wrap } from '../../src/reporters/pretty/layout.js'
import { duration, percent } from '../../src/reporters/pretty/words.js'

it.each([
  [4.4, '4 min'],
  [89, '89 min'],
  [150, '2.5 h'],
  [900, '15 h'],
  [5280, '11 days'],
  [1200, '2.5 days'],
])('%d minutes are %s', (minutes, text) => {
  expect(duration(minutes, 8)).toBe(text)
})

it.each([
  [1, 3, '33 %'],
  [999, 1000, '99 %'],
  [1, 1000, '1 %'],
  [0, 5, '0 %'],
  [5, 5, '100 %'],
  [0, 0, '0 %'],
])('%d of %d are %s', (part, whole, text) => {
  expect(percent(part, whole)).toBe(text)
})

describe('the mark in a value', () => {
  const value = { id: 'a', 'x/y': [{ b: 1 }, { b: 2 }], map: { k: true } }
  it.each([
    ['/id', '"id":"a"'],
    ['/x~1y/*/b', '"b":1'],
    ['/x~1y/1/b', '"b":2'],
    ['/map/*', '"k":true'],
    ['', null],
  ])('for %s is %s', (pointer, part) => {
    const { text, mark } = markedJson(value, pointer)
    expect(text).toBe(JSON.stringify(value))
    expect(mark && text.slice(...mark)).toBe(part)
  })

  it('for a property that is missing is where its object ends', () => {
    expect(markedJson(value, '/map/absent')).toMatchObject({ mark: [49, 50], missing: 'absent' })
    expect(markedJson(value, '/absent')).toMatchObject({ mark: [50, 51], missing: 'absent' })
  })
})

it('wraps at blanks and lets a long word be', () => {
  expect(wrap('one two abcdefghijkl three', 8)).toEqual(['one two', 'abcdefghijkl', 'three'])
})

it('cuts a long line around its mark', () => {
  const line = `${'a'.repeat(50)}MARK${'b'.repeat(50)}`
  const { text, markAt, markWidth } = excerpt(line, 50, 54, 30)
  expect(text.slice(markAt, markAt + markWidth)).toBe('MARK')
  expect(text).toHaveLength(30)
})
