import { describe, expect, it } from 'vitest'
import { isPattern, matchOf } from '../../src/patterns/matching.js'

describe('a pattern against a text', () => {
  it.each([
    ['^[a-z]+$', 'abc', 'matches'],
    ['^[a-z]+$', 'ABC', 'differs'],
    ['b', 'abc', 'matches'],
    ['^\\d{4}-\\d{2}$', '2026-01', 'matches'],
    ['^([a-z]+)(,[a-z]+)*$', 'a,bc,d', 'matches'],
    ['^([a-z]+)(,[a-z]+)*$', 'a,bc,', 'differs'],
    ['^[^@]+@[^@]+\\.[a-z]+$', 'ada@example.com', 'matches'],
    ['^[\\w\\-\\.]+$', 'a-b.c', 'matches'],
    ['^(?<year>\\d+)\\k<year>$', '1212', 'matches'],
    ['^\\p{Lu}$', 'É', 'matches'],
    ['^.$', '😀', 'matches'],
    ['^b+$', 'a'.repeat(100_000), 'differs'],
    ['^a+$', 'a'.repeat(100_000), 'matches'],
  ])('%s', (pattern, text, match) => expect(matchOf(pattern, text)).toBe(match))

  it('says of what is no pattern that it cannot tell', () => {
    expect(isPattern('(')).toBe(false)
    expect(matchOf('(', 'abc')).toBe('unknown')
  })

  it.each([
    ['^(a+)+$', `${'a'.repeat(40)}!`],
    ['^(a?a)+$', `${'a'.repeat(60)}!`],
    ['^(a|a?)+$', `${'a'.repeat(60)}!`],
    ['^(?:a?){60}a{60}b$', 'a'.repeat(60)],
    ['^.*.*.*.*.*.*.*.*.*=$', 'a'.repeat(120)],
    ['(x+x+)+y', 'x'.repeat(60)],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(60)],
  ])('gives %s up in time', (pattern, text) => {
    const start = performance.now()
    for (let time = 0; time < 100; time += 1) expect(matchOf(pattern, text)).not.toBe('matches')
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
