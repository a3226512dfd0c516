import { Ajv, type AnySchema } from 'ajv'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { readSchema, schemaContext } from '../../../src/code/validators/json-schema/read.js'
import type { Schema } from '../../../src/model/schema.js'
import { openFixture } from '../fastify/fixture.js'
import { forest, list, tree } from '../fastify/fixtures/schemas/recursive.js'
import { faults } from '../types/json-schema.js'

const project = openFixture('schemas')

function read(name: string): Schema {
  const source = project.files.find(({ fileName }) => fileName.endsWith('recursive.ts'))
  const declaration = source?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((each) => each.name.getText() === name)
  if (declaration?.initializer === undefined) throw new Error(`no ${name}`)
  const scope = { bindings: new Map(), outer: null }
  const value = project.values.evaluate({ expression: declaration.initializer, scope })
  return readSchema(value, schemaContext(project, 'request'))
}

const fixture = { forest, list, tree }
const rows: readonly (readonly [keyof typeof fixture, readonly unknown[]])[] = [
  [
    'tree',
    [
      { name: 'a', kids: [{ name: 'b', kids: [{ name: 'c' }] }] },
      { name: 'a', kids: [{ kids: [] }] },
      { name: 'a', kids: [{ name: 'b', kids: [{ name: 1 }] }] },
    ],
  ],
  ['forest', [{ first: { acorns: [{ oak: { acorns: [] } }] } }, { first: { acorns: [{ oak: { acorns: [1] } }] } }]],
  [
    'list',
    [
      { value: 1, next: { value: 2, next: { value: 3, next: null } } },
      { value: 1, next: { value: 2, next: { value: 'x', next: null } } },
    ],
  ],
]

it.each(rows)('a schema that holds itself is read at every depth, as Ajv does: %s', (name, values) => {
  // TypeBox writes symbols into its schemas, which Ajv does not take.
  const runtime = new Ajv({ strict: false }).compile(JSON.parse(JSON.stringify(fixture[name])) as AnySchema)
  const schema = read(name)
  expect(JSON.stringify(schema)).not.toContain('inexact')
  expect(values.map((value) => faults(schema, project.types.schemas, value) === null)).toEqual(
    values.map((value) => runtime(value)),
  )
})
