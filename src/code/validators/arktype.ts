import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import { writtenIn } from '../values/literals.js'
import type { Scope, Value } from '../values/value.js'
import { readDefinition } from './arktype/definition.js'
import type { Validator } from './validator.js'

/** arktype: types written as text and as objects of it. What is chained on them is read by its type, as of any Standard Schema. */
export const arktype: Validator = {
  packages: ['arktype'],
  accepts: (_reference, value, project) => readType(project, value),
  checks: (method) => (method === 'assert' ? 'throws' : method === 'allows' ? 'reports' : null),
  uses(call, scope, project) {
    const [input] = call.arguments
    if (input === undefined || !ts.isIdentifier(call.expression)) return null
    const value = project.values.evaluate({ expression: call.expression, scope })
    const isSchema = value.kind === 'call' && definitionOf(value) !== null
    return isSchema ? { schema: { expression: call.expression, scope }, input, how: 'reports' } : null
  },
  error: 'TraversalError',
}

/** The definition in `type({ … })`; null for any other call. */
function definitionOf(value: Extract<Value, { kind: 'call' }>): ts.Expression | null {
  if (value.callee.kind !== 'import' || value.callee.module !== 'arktype') return null
  const [definition] = value.node.arguments ?? []
  return (value.method ?? value.callee.name) === 'type' && value.node.arguments?.length === 1
    ? (definition ?? null)
    : null
}

function readType(project: Project, value: Value): Schema | null {
  // `type({ … }).array()`
  if (value.kind === 'call' && value.method === 'array' && value.node.arguments?.length === 0) {
    const items = readType(project, value.callee)
    return items && { type: ['array'], items }
  }
  const definition = value.kind === 'call' ? definitionOf(value) : null
  return definition === null || value.kind !== 'call' ? null : read(project, definition, value.scope)
}

function read(project: Project, expression: ts.Expression, scope: Scope): Schema {
  const value = project.values.evaluate({ expression, scope })
  if (value.kind === 'literal' && typeof value.value === 'string') return readDefinition(value.value)
  if (value.kind === 'object') return readObject(project, value)
  return readType(project, value) ?? { inexact: 'the definition is not read' }
}

/** Keys that end with `?` may be left out; others than those listed pass, unless `'+'` says otherwise. */
function readObject(project: Project, { node, scope }: Extract<Value, { kind: 'object' }>): Schema {
  const properties: Record<string, Schema> = {}
  const required: string[] = []
  let others: boolean | 'dropped' = true
  let inexact: string | null = null
  for (const property of node.properties) {
    const key = property.name === undefined || ts.isComputedPropertyName(property.name) ? null : property.name.text
    const written = writtenIn(property)
    if (key === null || written === null || key.startsWith('[')) {
      inexact = 'some keys are not read'
      continue
    }
    if (key === '+') {
      const word = ts.isStringLiteralLike(written) ? written.text : ''
      others = word === 'reject' ? false : word === 'delete' ? 'dropped' : true
      continue
    }
    const hasDefault = ts.isStringLiteralLike(written) && written.text.includes(' = ')
    const name = key.replace(/\?$/, '')
    const schema = hasDefault ? readDefinition(written.text.split(' = ')[0] ?? '') : read(project, written, scope)
    properties[name] = { ...schema, at: project.locate(property) }
    if (name === key && !hasDefault) required.push(name)
  }
  return {
    type: ['object'],
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(others === 'dropped' ? {} : { additionalProperties: others }),
    ...(inexact === null ? {} : { inexact }),
  }
}
