import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../../src/cli/explain/marked-line.js'
import { schemaLines } from '../../../src/cli/explain/schema-lines.js'
import type { Schema } from '../../../src/model/schema.js'

const text: Schema = { type: ['string'] }
const owner: Schema = {
  type: ['object'],
  required: ['email'],
  properties: { email: { ...text, format: 'email' }, name: text },
  at: { file: 'a.yaml', line: 7, column: 3 },
}
const print = (schema: Schema, pointer: string) =>
  schemaLines(schema, { Owner: owner }, stepsOf(pointer)).map(
    ({ text: line, decisive, note }) => `${decisive ? '>' : ' '}${line}${note === undefined ? '' : ` # ${note}`}`,
  )

describe('a schema', () => {
  const pets: Schema = {
    type: ['array'],
    items: {
      type: ['object'],
      required: ['owner'],
      properties: { id: { type: ['integer', 'null'] }, owner: { ref: 'Owner' } },
    },
  }

  it('is written out along the way to the element, references by their name and place', () => {
    expect(print(pets, '/*/owner/email')).toEqual([
      ' type: array',
      ' items:',
      '   type: object',
      '   required: [owner]',
      '   properties:',
      "     id: { type: [integer, 'null'] }",
      '     owner: # Owner (a.yaml:7:3)',
      '       type: object',
      '       required: [email]',
      '       properties:',
      '>        email: { type: string, format: email } # required',
      '         name: { type: string }',
    ])
  })

  it('says that an element is not among the properties', () => {
    expect(print(pets, '/*/age').filter((line) => line.startsWith('>'))).toEqual(['>     # no "age" among them'])
  })

  it('does not say so of an object that takes any', () => {
    expect(print({ ...owner, additionalProperties: true }, '/age').some((line) => line.startsWith('>'))).toBe(false)
  })

  it('is YAML that means the same where nothing is cut', () => {
    const odd: Schema = {
      type: ['object'],
      properties: { 'a: b': { enum: ['no', '', 'x, y', 1, null] }, '#': { pattern: '^[a-z]{2}: "x"$' } },
    }
    const written = schemaLines(odd, {}, []).map((line) => line.text)
    expect(load(written.join('\n'))).toEqual({
      type: 'object',
      properties: { 'a: b': { enum: ['no', '', 'x, y', 1, null] }, '#': { pattern: '^[a-z]{2}: "x"$' } },
    })
  })

  it('tells variants that the way does not lead through in a line', () => {
    expect(print({ oneOf: [{ type: ['null'] }, { ref: 'Owner' }, text] }, '/name')).toEqual([
      ' oneOf:',
      " - { type: 'null' }",
      ' - type: object # Owner (a.yaml:7:3)',
      '   required: [email]',
      '   properties:',
      '     email: { type: string, format: email }',
      '>    name: { type: string } # optional',
      ' - { type: string }',
    ])
  })

  it('shows the neighbours of the element where an object has many members', () => {
    const names = Array.from({ length: 40 }, (_, index) => `field${index}`)
    const wide: Schema = { type: ['object'], properties: Object.fromEntries(names.map((name) => [name, text])) }
    const lines = print(wide, '/field20')
    expect(lines).toHaveLength(2 + 9 + 1)
    expect(lines.at(-1)).toBe('    # and 31 more')
  })

  it('that leads back to itself ends where the way ends', () => {
    const tree: Schema = { type: ['object'], properties: { children: { type: ['array'], items: { ref: 'Tree' } } } }
    const lines = schemaLines({ ref: 'Tree' }, { Tree: tree }, stepsOf('/children/*/children'))
    expect(lines.filter(({ decisive }) => decisive)).toHaveLength(1)
  })
})
