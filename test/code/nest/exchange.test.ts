import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../src/model/schema.js'
import { readFixture } from './app.js'

const { at, schemas } = readFixture()

/** The schema without positions and reasons: what it says, and whether it is exact. */
function words(schema: Schema | undefined): unknown {
  const shown = schema?.ref === undefined ? schema : schemas[schema.ref]
  return JSON.parse(
    JSON.stringify(shown ?? null, (key, value) => (key === 'at' ? undefined : key === 'inexact' ? true : value)),
  )
}

const body = (name: string) => at(name).body?.contents[0]
const sent = (name: string, status = '200') => at(name).responses.find((one) => one.status === status)?.contents ?? []

describe('the body of a DTO class', () => {
  it('is what its validators accept; a property without one is dropped by the whitelist', () => {
    expect(words(body('POST /api/body/create')?.schema)).toEqual({
      type: ['object'],
      properties: {
        name: { type: ['string'], maxLength: 20 },
        age: { type: ['integer'], minimum: 0, maximum: 40 },
        mood: { enum: ['fine', 'foul'] },
        owner: {
          anyOf: [
            { type: ['string'], format: 'email' },
            { type: ['null'], implied: true },
          ],
        },
        toys: {
          type: ['array'],
          minItems: 1,
          items: { type: ['object'], properties: { name: { type: ['string'] } }, required: ['name'] },
        },
      },
      required: ['name', 'age', 'mood', 'toys'],
    })
  })

  it('is all optional after PartialType, and without what OmitType leaves out', () => {
    const schema = body('POST /api/body/update')?.schema
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual(['age', 'mood', 'name'])
    expect(schema?.required).toEqual([])
  })

  it('joins PickType and another class under IntersectionType', () => {
    expect(words(body('POST /api/body/rename')?.schema)).toEqual({
      type: ['object'],
      properties: { name: { type: ['string'], maxLength: 20 }, tag: { type: ['string'], pattern: '^[a-z]+$' } },
      required: ['name', 'tag'],
    })
  })

  it('holds a field that is taken by name, and nothing of a custom decorator', () => {
    expect(Object.keys(body('POST /api/body/field')?.schema.properties ?? {})).toEqual(['name'])
    expect(at('POST /api/body/field').parameters).toEqual([])
  })

  it('is multipart where a file is taken', () => {
    expect(body('POST /api/body/upload')).toMatchObject({
      mediaType: 'multipart/form-data',
      schema: { properties: { photo: { inexact: 'a file' } } },
    })
  })
})

describe('the parameters of a handler', () => {
  it('are the fields of a query class', () => {
    expect(
      at('GET /api/body/query').parameters.map((one) => [one.name, one.in, one.required, words(one.schema)]),
    ).toEqual([
      ['page', 'query', false, { type: ['integer'] }],
      ['home', 'query', true, { type: ['string'], format: 'uuid' }],
      ['sort', 'query', false, { enum: ['name', 'age'] }],
    ])
  })

  it('are what their pipes let through', () => {
    expect(
      at('GET /api/body/pipes/{id}/{number}').parameters.map((one) => [
        one.name,
        one.in,
        one.required,
        words(one.schema),
      ]),
    ).toEqual([
      ['id', 'path', true, { type: ['string'], format: 'uuid' }],
      ['number', 'path', true, { type: ['integer'] }],
      ['mood', 'query', false, { enum: ['fine', 'foul'] }],
      ['strict', 'query', false, { type: ['boolean'] }],
      ['X-Trace', 'header', undefined, { inexact: true }],
    ])
  })
})

describe('the answer of a handler', () => {
  it('unwraps promises and observables', () => {
    expect(words(sent('POST /api/result/created', '201')[0]?.schema)).toMatchObject({
      properties: { ok: { enum: [true] } },
    })
    expect(words(sent('POST /api/result/coded', '202')[0]?.schema)).toMatchObject({ type: ['array'] })
  })

  it('has no content where nothing is returned', () => {
    expect(sent('GET /ping')).toEqual([])
  })

  it('is text where text is returned, with the headers of @Header', () => {
    expect(sent('GET /api/result/text')[0]?.mediaType).toBe('text/html')
    expect(at('GET /api/result/text').responses[0]?.headers.map(({ name }) => name)).toEqual(['X-Mode'])
  })

  it('is a file of the stated type', () => {
    expect(sent('GET /api/result/file')[0]?.mediaType).toBe('text/csv')
  })

  it('keeps what @Exclude marks where no interceptor reads it', () => {
    const schema = sent('GET /api/result/plain')[0]?.schema
    expect(Object.keys((schema?.ref ? schemas[schema.ref] : schema)?.properties ?? {})).toEqual([
      'id',
      'secret',
      'title',
    ])
  })

  it('drops what @Exclude marks and renames what @Expose names under the ClassSerializerInterceptor', () => {
    expect(Object.keys(sent('GET /api/result/serialised')[0]?.schema.properties ?? {})).toEqual(['id', 'label'])
  })

  it('takes a boolean beside an object for a sign between functions, and says that it is not known', () => {
    const contents = sent('GET /api/result/sentinel')
    expect(contents.map(({ mediaType }) => mediaType)).toEqual(['application/json'])
    expect(words(contents[0]?.schema)).toMatchObject({
      anyOf: [{ type: ['object'], required: ['id'] }, { inexact: true }],
    })
  })
})
