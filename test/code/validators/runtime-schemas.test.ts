import { Ajv, type AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readSchema, schemaContext } from '../../../src/code/validators/json-schema/read.js'
import type { Schema } from '../../../src/model/schema.js'
import { openFixture } from '../fastify/fixture.js'
import * as json from '../fastify/fixtures/schemas/json.js'
import * as typebox from '../fastify/fixtures/schemas/typebox.js'

const project = openFixture('schemas')

/** What the reader makes of an exported constant. */
function read(file: string, name: string): Schema {
  const source = project.files.find(({ fileName }) => fileName.endsWith(file))
  const declarations = source?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
  const declaration = declarations?.find((each) => each.name.getText() === name)
  if (declaration?.initializer === undefined) throw new Error(`no ${name} in ${file}`)
  const value = project.values.evaluate({
    expression: declaration.initializer,
    scope: { bindings: new Map(), outer: null },
  })
  return readSchema(value, schemaContext(project, 'request'))
}

const scalars = [
  null,
  true,
  0,
  1,
  2.5,
  4,
  5,
  11,
  '',
  'a',
  'ab',
  'abcde',
  'on',
  'S',
  'L',
  'u',
  'fixed',
  'id',
  '12',
  'name',
]
const values: unknown[] = [
  ...scalars,
  [],
  [1],
  [1, 1],
  ['a'],
  ['a', 1],
  ['a', 1, 2],
  {},
  { a: 'x' },
  { a: 'x', b: null },
  { a: 'x', c: 1 },
  { a: 'x', c: 'no' },
  { a: 1 },
  { b: 1 },
  { id: 1 },
  { id: 1, name: 'n' },
  { id: 1, name: 'n', note: 'o' },
  { id: 1, name: 'n', extra: true },
  { id: 1, note: 2 },
  { name: 'n', tags: ['t'] },
  { tags: [1] },
  { x: 1 },
  { x: 1, y: 2 },
  { x: 'no', y: 2 },
  { city: 'Ghent' },
  { city: 'Ghent', computed: true },
  { city: 'Ghent', computed: 1 },
  { address: {} },
  { address: { city: 'Ghent' } },
  { from: 'abcd' },
  { from: 'abc', to: 'abcd' },
  { 'x-a': 1 },
  { 'x-a': 'b' },
]

const runtime = new Ajv({ strict: false })
const model = new Ajv2020({ strict: false })

/** Which of the values a schema accepts; where the schema was written is no part of it. */
function accepted(ajv: Ajv | Ajv2020, schema: unknown): unknown[] {
  const bare: AnySchema = JSON.parse(JSON.stringify(schema, (key, value) => (key === 'at' ? undefined : value)))
  const check = ajv.compile(bare)
  return values.filter((value) => check(value))
}

describe('a schema that is read from the code accepts what it accepts when it runs', () => {
  it.each(Object.entries(typebox))('TypeBox: %s', (name, schema) => {
    const found = read('typebox.ts', name)

    expect(found.inexact).toBeUndefined()
    expect(accepted(model, found)).toEqual(accepted(runtime, schema))
  })

  it.each(Object.entries(json))('JSON Schema: %s', (name, schema) => {
    const found = read('json.ts', name)

    expect(found.inexact).toBeUndefined()
    expect(accepted(model, found)).toEqual(accepted(runtime, schema))
  })

  it('stands where its properties were written', () => {
    expect(read('typebox.ts', 'closed').properties?.a?.at).toMatchObject({ file: 'typebox.ts', line: 25 })
  })
})
