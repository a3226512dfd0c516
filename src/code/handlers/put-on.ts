import ts from 'typescript'
import { returnedIn } from '../program/returns-in.js'
import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'
import type { Thrown } from './exchange.js'
import { scopeOfFollowed } from './scopes.js'
import { bodyOf, settled } from './syntax.js'
import { assignedToFieldOf } from './variables.js'

const deepest = 4

/** The status that is put on an error after it was made; null where none is, or it is not known. */
export function statusPutOn(project: Project, { error }: Thrown): number | null {
  if (error === null) return null
  return putOn(project, error, 'statusCode') ?? putOn(project, error, 'status') ?? null
}

/**
 * The number that is put on an error after it was made: `Object.assign(new Error(), { status: 404 })`, `error.status = 404`.
 * Null where it is not known which, undefined where none is put on it.
 */
export function putOn(project: Project, error: Reference, name: string, depth = 0): number | undefined | null {
  const made = madeBy(project, error)
  if (made === 'unknown') return null
  if (made !== null) return depth > deepest ? null : putOn(project, made, name, depth + 1)
  const { expression, scope } = error
  const node = settled(expression)
  const values =
    ts.isCallExpression(node) && isAssign(node)
      ? node.arguments
          .slice(1)
          .map((each) => project.values.property(project.values.evaluate({ expression: each, scope }), name))
      : assignedToFieldOf(project, node, name).map((each) => project.values.evaluate({ expression: each, scope }))
  const told = values.filter((value) => value.kind !== 'literal' || value.value !== undefined)
  const [only] = told
  if (only === undefined) return undefined
  return told.length === 1 && only.kind === 'literal' && typeof only.value === 'number' ? only.value : null
}

function isAssign(node: ts.CallExpression): boolean {
  return node.expression.getText() === 'Object.assign' && node.arguments.length > 1
}

/**
 * What a function of the project gives back that makes errors: `refused()`; null where no such function is called, `unknown` where
 * it has several ways to make one.
 */
function madeBy(project: Project, { expression, scope }: Reference): Reference | 'unknown' | null {
  const call = settled(expression)
  if (!ts.isCallExpression(call) || isAssign(call)) return null
  const callee = project.values.evaluate({ expression: call.expression, scope })
  if (callee.kind !== 'function') return null
  const [given, ...others] = returnedIn(bodyOf(callee.node))
  if (given === undefined || others.length > 0) return 'unknown'
  const args = call.arguments.map((argument) => ({ expression: argument, scope }))
  return { expression: given, scope: scopeOfFollowed(callee, args) }
}
