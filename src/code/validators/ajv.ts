import ts from 'typescript'
import type { Project } from '../project.js'
import type { Reference, Scope, Value } from '../values/value.js'
import { bare } from '../values/values.js'
import type { Use } from './use.js'
import type { Validator } from './validator.js'

/** Ajv: `ajv.compile(schema)` gives a function that checks, `ajv.validate(schema, input)` checks at once. */
export const ajv: Validator = {
  packages: ['ajv'],
  uses(call, scope, project) {
    const [first, second] = call.arguments
    if (first === undefined) return null
    const callee = bare(call.expression)
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'validate' && second !== undefined) {
      const isOwn = isAjv(project.values.evaluate({ expression: callee.expression, scope }))
      return isOwn ? { schema: { expression: first, scope }, input: second, how: 'reports' } : null
    }
    return compiled(project, callee, scope, first)
  },
}

/** `validate(input)`, where `validate` is what `ajv.compile(schema)` gave. */
function compiled(project: Project, callee: ts.Expression, scope: Scope, input: ts.Expression): Use | null {
  if (!ts.isIdentifier(callee) && !ts.isPropertyAccessExpression(callee)) return null
  const value = project.values.evaluate({ expression: callee, scope })
  if (value.kind !== 'call' || (value.method !== 'compile' && value.method !== 'compileAsync')) return null
  const [schema] = value.node.arguments ?? []
  if (schema === undefined || !isAjv(value.callee)) return null
  const reference: Reference = { expression: schema, scope: value.scope }
  return { schema: reference, input, how: 'reports' }
}

function isAjv(value: Value): boolean {
  if (value.kind !== 'call') return false
  const { callee } = value
  return callee.kind === 'import' ? /^ajv($|\/)/.test(callee.module) : isAjv(callee)
}
