import { describe, expect, it } from 'vitest'
import { openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const page = [['page', 'query', true, { type: ['integer'], minimum: 1 }]]
const parametersOf = (name: string) =>
  exchange('parts', name, '/pets').parameters.map((each) => [each.name, each.in, each.required, plain(each.schema)])

describe('a part of the request that is taken by a name which the caller gives', () => {
  it.each(['query', 'named'])('is the part that the name says: %s', (name) => {
    expect(parametersOf(name)).toEqual(page)
    expect(exchange('parts', name).body).toBeNull()
  })

  it('is the path where the name says so', () => {
    expect(exchange('parts', 'path', '/pets/{id}').parameters.map(({ schema }) => plain(schema))).toEqual([
      { type: ['string'], format: 'uuid' },
    ])
  })

  it.each(['keys', 'entries', 'each', 'called'])('is one part for each turn of a loop over names: %s', (name) => {
    expect(parametersOf(name)).toEqual(page)
    expect(plain(exchange('parts', name).body?.contents[0]?.schema)).toEqual({
      type: ['object'],
      properties: { name: { type: ['string'] } },
      required: ['name'],
    })
  })

  it('is any part where the name is not known', () => {
    const { parameters, body, gaps } = exchange('parts', 'unknown')
    expect([parameters, body]).toEqual([[], null])
    const open = gaps.filter(({ reason }) => reason.startsWith('`req[where]`')).map(({ about }) => about)
    expect(open).toEqual(['path', 'query', 'header', 'cookie', 'request'])
  })
})
