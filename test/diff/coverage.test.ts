import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/diff/coverage.js'
import { elementsOf } from '../../src/model/elements.js'
import type { ElementAddress } from '../../src/model/finding.js'
import type { Schema } from '../../src/model/schema.js'
import { endpoint, parameter, response } from '../rules/endpoints.js'

const string: Schema = { type: ['string'] }
const pet: Schema = {
  type: ['object'],
  properties: { name: string, owner: { type: ['object'], properties: { id: string } } },
}
const pets = endpoint({
  parameters: [parameter('page')],
  responses: [response('200', { 'application/json': pet }), response('404')],
})
const at = (pointer: string, status = '200'): ElementAddress => {
  return { part: 'response', status, mediaType: 'application/json', pointer }
}

describe('elements', () => {
  it('are parameters, responses and properties, nested ones too', () => {
    const names = elementsOf(pets, {}).map(({ kind, pointer }) => `${kind} ${pointer}`)
    expect(names).toEqual([
      'parameter /page',
      'response ',
      'property /name',
      'property /owner',
      'property /owner/id',
      'response ',
    ])
  })

  it('of a schema that contains itself are counted once', () => {
    const node: Schema = { type: ['object'], properties: { next: { ref: 'Node' }, value: string } }
    const list = endpoint({ responses: [response('200', { 'application/json': { ref: 'Node' } })] })
    expect(elementsOf(list, { Node: node }).map(({ pointer }) => pointer)).toEqual(['', '/next', '/value'])
  })

  it('of schemas that all lead to each other are no more than can be counted, the nearest first', () => {
    const names = Array.from({ length: 30 }, (_, index) => `S${index}`)
    const links = Object.fromEntries(names.map((name) => [name, { ref: name }]))
    const schemas = Object.fromEntries(names.map((name) => [name, { type: ['object'], properties: links } as const]))
    const all = endpoint({ responses: [response('200', { 'application/json': { ref: 'S0' } })] })
    const pointers = elementsOf(all, schemas).map(({ pointer }) => pointer)
    expect(pointers.slice(1, 31)).toEqual(names.map((name) => `/${name}`))
    expect(pointers.length).toBeGreaterThan(900)
    expect(pointers.length).toBeLessThan(40_000)
  })
})

describe('coverage', () => {
  it.each<[string, ElementAddress[], ElementAddress[], [number, number, number]]>([
    ['nothing found: all verified', [], [], [6, 0, 0]],
    ['a difference drifts its element only', [at('/name')], [], [5, 1, 0]],
    ['a doubt covers what lies below', [], [at('/owner')], [4, 0, 2]],
    ['a doubt about a status covers its body', [], [{ ...at(''), mediaType: null }], [2, 0, 4]],
    ['another envelope drifts every field', [at('')], [], [2, 4, 0]],
    ['a doubt about the endpoint covers all', [], [{ ...at(''), part: 'endpoint' }], [0, 0, 6]],
  ])('%s', (_, findings, doubts, [verified, drifted, unverifiable]) => {
    expect(coverageOf(pets, {}, findings, doubts)).toEqual({ elements: 6, verified, drifted, unverifiable })
  })
})
