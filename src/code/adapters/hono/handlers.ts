import ts from 'typescript'
import type { Project } from '../../project.js'
import { flattenHandlers } from '../../routing/handlers.js'
import type { Reference, Value } from '../../values/value.js'

/** The functions of a registration, with what Hono's own helpers put together opened: `createHandlers(…)`, `every(…)`. */
export function openedHandlers(project: Project, references: readonly Reference[]): readonly Reference[] {
  return flattenHandlers(project, references).flatMap((reference) => {
    const value = project.values.evaluate(reference)
    if (!isBundle(value)) return [reference]
    const inner = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    return openedHandlers(project, inner)
  })
}

function isBundle(value: Value): value is Extract<Value, { kind: 'call' }> {
  if (value.kind !== 'call') return false
  if (value.method === 'createHandlers') return true
  const { callee } = value
  return callee.kind === 'import' && callee.module === 'hono/combine' && callee.name === 'every'
}

/** Whether a function is a middleware by its looks: it takes `next`, or its code is another package's. */
export function mayPass(project: Project, reference: Reference): boolean {
  const value = project.values.evaluate(reference)
  if (value.kind === 'function') return value.node.parameters.length > 1
  if (value.kind !== 'call') return false
  const [inner] = value.node.arguments ?? []
  if (inner === undefined || !ts.isExpression(inner)) return true
  const wrapped = project.values.evaluate({ expression: inner, scope: value.scope })
  return wrapped.kind !== 'function' || wrapped.node.parameters.length > 1
}
