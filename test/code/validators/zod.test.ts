import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { zod } from '../../../src/code/validators/zod.js'
import { moduleScope } from '../../../src/code/values/scope.js'

const opened = openProject(fileURLToPath(new URL('fixtures', import.meta.url)))
if (!opened.ok) throw new Error(opened.error.message)
const project = opened.value

const written = new Map<string, ts.Expression>()
const visit = (node: ts.Node): void => {
  if (ts.isVariableDeclaration(node) && node.name.getText() === 'schemas' && node.initializer !== undefined) {
    if (ts.isObjectLiteralExpression(node.initializer)) {
      for (const each of node.initializer.properties) {
        if (ts.isPropertyAssignment(each)) written.set(each.name.getText(), each.initializer)
      }
    }
  }
  ts.forEachChild(node, visit)
}
for (const file of project.files) visit(file)

const accepted = (name: string): unknown => {
  const expression = written.get(name)
  if (expression === undefined) throw new Error(`no schema ${name}`)
  const reference = { expression, scope: moduleScope }
  const schema = zod.accepts?.(reference, project.values.evaluate(reference), project)
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'at' ? undefined : key === 'inexact' ? true : value)),
  )
}
const string = { type: ['string'] }
const number = { type: ['number'] }
const boolean = { type: ['boolean'] }
const nothing = { type: ['null'] }
const id = { type: ['string'], format: 'uuid' }
const name = { type: ['string'], minLength: 1, maxLength: 20 }
const object = (properties: object, required: readonly string[] = Object.keys(properties), more: object = {}) => ({
  type: ['object'],
  properties,
  ...(required.length > 0 ? { required } : {}),
  ...more,
})

describe('what a zod schema accepts', () => {
  it.each([
    ['text', { ...string, minLength: 3, maxLength: 9 }],
    ['email', { ...string, format: 'email' }],
    ['emailMethod', { ...string, format: 'email' }],
    ['pattern', { ...string, pattern: '^a+$' }],
    ['datetime', { ...string, format: 'date-time' }],
    ['cuid', { ...string, inexact: true }],
    ['integer', { type: ['integer'], minimum: 1, maximum: 5 }],
    ['positive', { ...number, exclusiveMinimum: 0 }],
    ['choice', { enum: ['a', 'b'] }],
    ['native', { enum: ['red', 'blue'] }],
    ['literal', { enum: [7] }],
    ['nullable', { anyOf: [boolean, nothing] }],
    ['union', { anyOf: [string, number] }],
    ['list', { type: ['array'], items: number, minItems: 1 }],
    ['tuple', { type: ['array'], prefixItems: [string, number], minItems: 2, maxItems: 2 }],
    ['record', { type: ['object'], additionalProperties: boolean }],
    ['strip', object({ a: string, b: number, c: { ...boolean, default: true } }, ['a'])],
    ['strict', object({ a: string }, ['a'], { additionalProperties: false })],
    ['loose', object({ a: string }, ['a'], { additionalProperties: true })],
    ['catchall', object({ a: string }, ['a'], { additionalProperties: number })],
    ['extended', object({ id, name, age: number })],
    ['merged', object({ id, name, b: nothing })],
    ['spread', object({ id, name, x: nothing })],
    ['picked', object({ id })],
    ['omitted', object({ name })],
    ['partial', object({ id, name }, [])],
    ['partly', object({ id, name }, ['id'])],
    ['required', object({ id, name }, ['id'])],
    ['transformed', string],
    ['refined', object({ a: string }, ['a'], { inexact: true })],
    ['piped', { ...string, inexact: true }],
    ['branded', id],
    ['recursive', object({ children: { type: ['array'], items: { inexact: true } } })],
    ['generic', object({ items: { type: ['array'], items: nothing } })],
    ['field', name],
    [
      'zod3',
      object({ a: { ...string, inexact: true }, b: { anyOf: [{ enum: ['red', 'blue'] }, nothing] } }, ['a'], {
        additionalProperties: true,
      }),
    ],
  ])('%s', (each, expected) => {
    expect(accepted(each)).toEqual(expected)
  })
})
