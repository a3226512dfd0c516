import { describe, expect, it } from 'vitest'
import { openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string, path?: string) => exchange('inputs', name, path)
const listed = (name: string, path?: string) =>
  read(name, path).parameters.map(
    (each) => `${each.in} ${each.name}${each.required === undefined ? '' : each.required ? '!' : '?'}`,
  )
const body = (name: string) => plain(read(name).body?.contents[0]?.schema)
const inexact = { inexact: true }
const gaps = (name: string) =>
  read(name)
    .gaps.filter((gap) => gap.about !== 'status')
    .map((gap) => gap.about)

describe('the parameters that a handler takes', () => {
  it.each([
    ['member', ['query page', 'query size']],
    ['destructured', ['query page', 'query limit']],
    ['nestedPattern', ['query page']],
    ['aliased', ['query page']],
    ['headers', ['header X-Request-Id', 'header x-tenant', 'cookie sid']],
    ['castField', ['query kind', 'query page']],
    ['declaredCallee', ['query page', 'query sort', 'query id', 'query tags']],
    ['followedCallee', ['query deep']],
    ['logged', []],
    ['nothing', []],
  ])('%s', (name, expected) => {
    expect(listed(name)).toEqual(expected)
  })

  it('hold a header that every client sends for what a document may name, and ask for nothing', () => {
    expect(read('agent').parameters.map(({ name, implied }) => [name, implied])).toEqual([['User-Agent', true]])
  })

  it('are all named where one of them is cast', () => {
    expect(gaps('castField')).toEqual([])
  })

  it('are those of the declared query, without those of the path', () => {
    expect(listed('generic', '/things/{id}')).toEqual(['path id!', 'query page?', 'query sort', 'query tags?'])
  })

  it('stand for text, of which only texts are known', () => {
    const schemas = Object.fromEntries(read('generic').parameters.map((each) => [each.name, plain(each.schema)]))

    expect(schemas).toMatchObject({
      page: inexact,
      sort: { enum: ['asc', 'desc'] },
      tags: { type: ['array'], inexact: true },
    })
  })

  it.each([
    ['whole', ['query']],
    ['member', []],
    ['generic', []],
    ['logged', []],
    ['nothing', []],
  ])('%s says where more may be taken', (name, expected) => {
    expect(gaps(name)).toEqual(expected)
  })
})

describe('the body that a handler takes', () => {
  it.each(['castBody', 'declaredBody', 'genericBody'])('%s is what is declared', (name) => {
    expect(body(name)).toEqual({ ref: 'NewUser' })
  })

  it('is not exact where fields of no type are checked by hand', () => {
    expect(body('uncheckedBody')).toMatchObject({ properties: { when: { inexact: true } }, inexact: true })
  })

  it('is a lower bound where it is only read', () => {
    expect(body('readBody')).toEqual({
      type: ['object'],
      properties: {
        name: inexact,
        address: { type: ['object'], properties: { city: inexact }, additionalProperties: true, inexact: true },
        items: expect.anything(),
      },
      additionalProperties: true,
      inexact: true,
    })
  })

  it('is multipart where a file is read', () => {
    expect(read('upload').body?.contents[0]?.mediaType).toBe('multipart/form-data')
  })

  it('is read where it is spread, but not of a GET that only hands it on with the rest', () => {
    expect(body('spread')).toEqual(inexact)
    expect(exchange('inputs', 'spread', '/', undefined, 'GET').body).toBe(null)
  })

  it('is none where nothing reads it', () => {
    expect(read('nothing').body).toBeNull()
  })
})
