import { expect, it } from 'vitest'
import { documentationPoints } from '../../src/cost/points.js'
import type { Schema } from '../../src/model/schema.js'
import { contractOf, endpointOf, objectOf } from './builders.js'

const at = { file: 'openapi.yaml', line: 1, column: 1 }

it('counts the operation, its parameters, its responses and its properties', () => {
  const endpoint = endpointOf('/pets', objectOf('id', 'name'), {
    parameters: [{ name: 'page', in: 'query', schema: {}, at }],
    body: { contents: [{ mediaType: 'application/json', schema: objectOf('name'), at }], at },
  })
  expect(documentationPoints(contractOf([endpoint])).get(endpoint)).toBe(6)
})

it('counts properties wherever they are nested', () => {
  const schema: Schema = {
    allOf: [objectOf('a'), { anyOf: [objectOf('b'), { type: ['array'], items: objectOf('c') }] }],
    additionalProperties: objectOf('d'),
  }
  const endpoint = endpointOf('/pets', schema)
  expect(documentationPoints(contractOf([endpoint])).get(endpoint)).toBe(6)
})

it('splits a shared schema evenly among the endpoints that reach it, also through another schema', () => {
  const one = endpointOf('/pets', { ref: 'Pet' })
  const two = endpointOf('/owners', { ref: 'Owner' })
  const points = documentationPoints(
    contractOf([one, two], {
      Pet: objectOf('id', 'name', 'tag', 'kind'),
      Owner: { type: ['object'], properties: { pet: { ref: 'Pet' } } },
    }),
  )
  expect(points.get(one)).toBe(2 + 4 / 2)
  expect(points.get(two)).toBe(2 + 1 + 4 / 2)
})

it('counts a schema once for an endpoint that reaches it twice, and ends on recursion', () => {
  const schema: Schema = { anyOf: [{ ref: 'Node' }, { type: ['array'], items: { ref: 'Node' } }] }
  const endpoint = endpointOf('/tree', schema)
  const node: Schema = { type: ['object'], properties: { next: { ref: 'Node' } } }
  expect(documentationPoints(contractOf([endpoint], { Node: node })).get(endpoint)).toBe(3)
})

it('does not count a reference that leads nowhere', () => {
  const endpoint = endpointOf('/pets', { ref: 'constructor' })
  expect(documentationPoints(contractOf([endpoint])).get(endpoint)).toBe(2)
})
