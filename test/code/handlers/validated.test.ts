import { describe, expect, it } from 'vitest'
import { answers, openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string) => exchange('validated', name, '/users/{id}')
const body = (name: string) => plain(read(name).body?.contents[0]?.schema)
const newUser = {
  type: ['object'],
  properties: { name: { type: ['string'], minLength: 1 }, age: { type: ['integer'] } },
  required: ['name'],
}

/** A value of another kind passes where its text, or each of its items, does. */
const orTurned = (schema: object, type: readonly string[]) => ({
  anyOf: [schema, { type, inexact: true, implied: true }],
})

describe('a validator on the way to the handler', () => {
  it.each(['inside', 'throughHelper', 'wholeRequest', 'spread', 'middleware'])('says what the body is: %s', (name) => {
    expect(body(name)).toEqual(newUser)
  })

  it('is found by what the middleware does with it, and answers for it', () => {
    expect(answers(read('middleware'))).toEqual(['204', '422 application/json'])
  })

  it('says what every part of the request is', () => {
    const parameters = read('wholeRequest').parameters.map(({ name, required, schema }) => [
      name,
      required,
      plain(schema),
    ])

    expect(parameters).toEqual([
      ['id', true, { type: ['string'], format: 'uuid' }],
      ['page', false, { type: ['integer'], minimum: 1, default: 1 }],
      ['q', false, { inexact: true }],
    ])
  })

  it('of express-validator lets other fields pass', () => {
    expect(body('chains')).toEqual({
      type: ['object'],
      properties: {
        email: orTurned({ type: ['string'], format: 'email' }, ['number', 'boolean', 'array', 'object']),
        address: {
          type: ['object'],
          properties: { city: { type: ['string'], minLength: 2 } },
          required: ['city'],
          additionalProperties: true,
        },
        age: orTurned({ type: ['integer'], minimum: 18 }, ['string', 'array']),
      },
      required: ['email', 'address'],
      additionalProperties: true,
    })
  })

  it('of express-validator may stand in a schema', () => {
    expect(body('schema')).toEqual({
      type: ['object'],
      properties: { name: { type: ['string'] }, nick: { inexact: true } },
      required: ['name'],
      additionalProperties: true,
    })
  })
})
