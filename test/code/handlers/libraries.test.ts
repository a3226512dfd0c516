import { describe, expect, it } from 'vitest'
import { openFixtures } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const bodyOf = (name: string) => exchange('libraries', name).body?.contents[0]?.schema

describe('a schema that the handler, or what runs before it, checks the body with', () => {
  it.each([
    ['joi', false],
    ['attempted', false],
    ['helper', undefined],
    ['celebrated', false],
    ['plainKeys', false],
    ['yup', true],
    ['valibot', undefined],
    ['arktype', true],
    ['asserted', true],
    ['standard', undefined],
    ['compiled', false],
    ['atOnce', false],
  ])('says what the body is, and what becomes of other keys: %s', (name, others) => {
    const body = bodyOf(name)

    expect(Object.keys(body?.properties ?? {})).toEqual(['name'])
    expect(body?.required).toEqual(['name'])
    expect(body?.additionalProperties).toBe(others)
    expect(body?.inexact).toBeUndefined()
  })

  it('is not the whole truth where a function checks it too', () => {
    expect(bodyOf('external')?.inexact).toBe('a function of the project checks it too')
  })

  it('of celebrate for a segment that is not read leaves open what else is checked', () => {
    const { gaps, parameters } = exchange('libraries', 'computedSegment')

    expect(parameters.map(({ name }) => name)).toEqual(['page'])
    expect(gaps.map(({ about }) => about)).toEqual(expect.arrayContaining(['header', 'cookie']))
    expect(gaps.map(({ about }) => about)).not.toContain('query')
    expect(bodyOf('computedSegment')?.inexact).toBeDefined()
  })

  it('of a library that is not known leaves the body unknown', () => {
    const body = bodyOf('unknown')

    expect(body?.inexact).toBeDefined()
    expect(body?.properties).toBeUndefined()
  })
})
