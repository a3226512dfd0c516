import { describe, expect, it } from 'vitest'
import { answers, openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string) => exchange('dtos', name)
const body = (name: string) => plain(read(name).body?.contents[0]?.schema)
const name = { type: ['string'], minLength: 2 }

describe('a class that class-validator checks in a handler or a middleware', () => {
  it.each(['middleware', 'inside'])('says what the body is: %s', (of) => {
    expect(body(of)).toMatchObject({ properties: { name }, required: ['name'] })
  })

  it('leaves out what a middleware was told to skip', () => {
    expect(body('skipping')).toMatchObject({
      properties: { name: { anyOf: [name, { type: ['null'] }] } },
      required: [],
    })
  })

  it('says what the query is where the middleware was told to look there', () => {
    expect(read('query').parameters.map((each) => [each.in, each.name, each.required])).toEqual([
      ['query', 'name', true],
      ['query', 'age', false],
    ])
  })

  it('is answered by who looks at its complaints', () => {
    expect(answers(read('middleware'))).toEqual(['204', '422 application/json'])
    expect(answers(read('inside'))).toEqual(['201 application/json', '400 application/json'])
  })
})
