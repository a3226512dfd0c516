import { describe, expect, it } from 'vitest'
import { answers, openFixtures } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string) => exchange('chains', name, '/things/{id}', 'mapped')

describe('the statuses of everything that a request runs through', () => {
  it.each([
    ['open', ['200 application/json']],
    ['guarded', ['200 application/json', '401 application/json']],
    ['guardedByError', ['200 application/json', '401 application/json']],
    ['limited', ['200 application/json', '429 */*']],
    ['passport', ['200 application/json', '401 */*']],
    ['list', ['200 application/json', '401 application/json']],
    ['throwing', ['200 application/json', '404 application/json']],
    ['nexting', ['404 application/json']],
    ['rethrown', ['200 application/json', '404 application/json']],
    ['answeredInCatch', ['200 application/json', '410 application/json']],
  ])('%s', (name, expected) => {
    expect(answers(read(name))).toEqual(expected)
  })

  it('are not known for an error that is not known', () => {
    expect(read('unknownError').gaps.flatMap((gap) => gap.statuses ?? [])).toContain('4XX')
  })

  it('are not known of a function with overloads, of which a call takes one way', () => {
    expect(read('overloaded').gaps.flatMap((gap) => gap.statuses ?? [])).toContain('4XX')
  })

  it('may be any error for a middleware that is not followed', () => {
    const gap = read('unseen').gaps.find((each) => each.about === 'status' && each.reason.includes('mystery'))

    expect(gap?.statuses).toEqual(['4XX', '5XX', 'default'])
  })

  it('may be those of a body parser', () => {
    const gap = read('parsed').gaps.find((each) => each.reason.includes('express.json'))

    expect(gap?.statuses).toEqual(['400', '413', '415'])
  })
})

describe('whether a client must show who it is', () => {
  it.each([
    ['open', 'open'],
    ['guarded', 'guarded'],
    ['guardedByError', 'guarded'],
    ['passport', 'guarded'],
    ['list', 'guarded'],
    ['traced', 'open'],
    ['selective', 'unknown'],
    ['unseen', 'unknown'],
    ['login', 'unknown'],
  ])('%s', (name, kind) => {
    expect(read(name).security.kind).toBe(kind)
  })
})

describe('what a middleware reads', () => {
  it('is a credential where the middleware refuses strangers', () => {
    expect(read('keyed').parameters.map((each) => [each.name, each.implied])).toEqual([
      ['id', undefined],
      ['key', true],
    ])
  })

  it('is a parameter of the endpoint', () => {
    expect(read('traced').parameters.map((each) => each.name)).toEqual(['id', 'x-trace'])
  })
})
