import ts from 'typescript'
import type { Security } from '../../../model/endpoint.js'
import type { Exchange } from '../../handlers/exchange.js'
import { isAuthenticationName } from '../../handlers/security.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { bare } from '../../values/values.js'

/** `withAuth(handler)`: a function around the handler that is named after what it asks for, and that refuses. */
export function guardedByWrapper(project: Project, handler: Reference, exchange: Exchange): Security | null {
  if (!exchange.responses.some(({ status }) => status === '401' || status === '403')) return null
  const wrapper = wrappersOf(handler.expression).find((each) => isAuthenticationName(each.getText()))
  return wrapper === undefined ? null : { kind: 'guarded', schemes: [], at: project.locate(wrapper) }
}

/** The names of the functions around a handler, outermost first. */
function wrappersOf(expression: ts.Expression): readonly ts.Identifier[] {
  const node = bare(expression)
  if (!ts.isCallExpression(node)) return []
  const called = calledName(node.expression)
  return [...(called === null ? [] : [called]), ...wrappersOf(node.expression), ...node.arguments.flatMap(wrappersOf)]
}

function calledName(callee: ts.Expression): ts.Identifier | null {
  const node = bare(callee)
  if (ts.isIdentifier(node)) return node
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name) ? node.name : null
}
