import ts from 'typescript'
import type { Security } from '../../../model/endpoint.js'
import { authenticationByName } from '../../handlers/authentication-names.js'
import type { Exchange } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { bare } from '../../values/values.js'

/**
 * Whether a client must show who it is, with the functions around the handler: one that is named after what it asks for, and
 * that refuses or is configured, guards it, and one of another package may.
 */
export function securityAround(project: Project, handler: Reference, exchange: Exchange): Security {
  const refuses = exchange.responses.some(({ status }) => status === '401' || status === '403')
  const wrapper = wrappersOf(handler.expression).find((each) => {
    const named = authenticationByName(project, each.text)
    return named === 'configured' || (named === 'usual' && refuses)
  })
  if (wrapper !== undefined) return { kind: 'guarded', schemes: [], at: project.locate(wrapper) }
  const around = project.values.evaluate(handler)
  if (exchange.security.kind !== 'open' || around.kind !== 'call') return exchange.security
  return {
    kind: 'unknown',
    reason: `\`${around.node.expression.getText()}\` of another package stands around the handler`,
  }
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
