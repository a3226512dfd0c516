import ts from 'typescript'
import type { Session } from './session.js'

/** Where a registration stands: of a chain, the name of its own call. */
export function placeOf({ project }: Session, call: ts.CallExpression) {
  const named = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call
  return { at: project.locate(named), node: call }
}
