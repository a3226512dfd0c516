import { describe, expect, it } from 'vitest'
import { openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string, method?: 'GET') => exchange('provable', name, '/', undefined, method)
const sent = (name: string, status = '200') =>
  plain(read(name).responses.find((each) => each.status === status)?.contents[0]?.schema)
const body = (name: string) => read(name).body?.contents[0]
const object = (name: string) => ({
  type: ['object'],
  properties: { [name]: { enum: [true] } },
  required: [name],
})

describe('a condition in a helper', () => {
  it('is decided by what the caller has written', () => {
    expect(sent('bought')).toEqual(object('spent'))
    expect(read('bought').responses.map((each) => each.status)).toEqual(['200'])
    expect(read('loud').responses.map((each) => each.status)).toEqual(['418'])
  })

  it('leaves both ways open where the caller computes it', () => {
    expect(sent('either')).toEqual({ anyOf: [object('spent'), object('gained')] })
  })
})

describe('a body', () => {
  it('is none of a GET for a type alone', () => {
    expect(read('listed').body).not.toBeNull()
    expect(read('listed', 'GET').body).toBeNull()
  })

  it('is a form where files are read, not the list of its files', () => {
    expect(body('files')?.mediaType).toBe('multipart/form-data')
    expect(plain(body('files')?.schema)).toEqual({ inexact: true })
  })

  it('of a form may hold files beside the fields that are checked', () => {
    expect(plain(body('form')?.schema)).toEqual({
      type: ['object'],
      properties: { title: { type: ['string'] } },
      required: ['title'],
      additionalProperties: true,
      inexact: true,
    })
  })

  it('is not what an overload says that is chosen by a type that is not there', () => {
    expect(plain(body('guessed')?.schema)).toMatchObject({ additionalProperties: true, inexact: true })
  })

  it.each([
    ['nullable', [null]],
    ['falsy', [null, '', 0, false]],
  ])('of express-validator holds what is let through unchecked: %s', (name, values) => {
    expect(plain(body(name)?.schema)).toMatchObject({
      properties: { nick: { anyOf: [{ type: ['string'] }, { enum: values }] } },
    })
  })
})

describe('an answer', () => {
  it('may have other bodies where code before it is not read', () => {
    expect(sent('seen', '401')).toEqual(object('problem'))
    expect(sent('unseen', '401')).toEqual({ anyOf: [object('problem'), { inexact: true }] })
    expect(sent('unseen')).toEqual(object('ok'))
  })
})

describe('a header that a middleware reads', () => {
  it('is no parameter that a client must know of where it only names the request', () => {
    expect(read('noted').parameters.map((each) => [each.name, each.implied])).toEqual([
      ['X-Request-Id', true],
      ['X-Tenant', undefined],
    ])
  })
})
