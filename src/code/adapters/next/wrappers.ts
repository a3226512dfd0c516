import ts from 'typescript'
import type { Gap, Parameter } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import { authenticationByName } from '../../handlers/authentication-names.js'
import type { Exchange } from '../../handlers/exchange.js'
import { functionsIn } from '../../handlers/targets.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference } from '../../values/value.js'
import { bare } from '../../values/values.js'

/**
 * An exchange with what the functions around the handler make of it: one that is named after who may ask, and that refuses or is
 * configured, guards it and reads credentials; one of another package may guard it.
 */
export function withWrappers(project: Project, handler: Reference, exchange: Exchange): Exchange {
  const refuses = exchange.responses.some(({ status }) => status === '401' || status === '403')
  const wrapper = wrappersOf(handler.expression).find((each) => {
    const named = authenticationByName(project, each.text)
    return named === 'configured' || (named === 'usual' && refuses)
  })
  if (wrapper !== undefined) {
    const security = { kind: 'guarded', schemes: [], at: project.locate(wrapper) } as const
    return { ...exchange, security, parameters: withCredentials(project, wrapper, exchange.parameters) }
  }
  const around = project.values.evaluate(handler)
  if (exchange.security.kind !== 'open' || around.kind !== 'call') return exchange
  const reason = `\`${around.node.expression.getText()}\` of another package stands around the handler`
  return { ...exchange, security: { kind: 'unknown', reason } }
}

/**
 * An exchange behind middleware that a function of another package stands around: what that hands in (`auth.protect()`) may
 * turn a stranger away, and reads the credentials for it.
 */
export function withWrappedMiddleware(
  project: Project,
  middlewares: readonly Reference[],
  exchange: Exchange,
): Exchange {
  const around = middlewares.flatMap((each) => {
    const value = project.values.evaluate(each)
    if (value.kind !== 'call') return []
    const given = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    const takesFunction = given.some((argument) => functionsIn(project.values.evaluate(argument)).length > 0)
    return takesFunction ? [value.node.expression] : []
  })
  const [wrapper] = around
  if (wrapper === undefined) return exchange
  const reason = `\`${wrapper.getText()}\` of another package stands around the middleware`
  const gaps: readonly Gap[] = [
    { about: 'status', reason, statuses: ['3XX', '4XX'] },
    ...(['header', 'cookie'] as const).map((about) => ({ about, reason })),
  ]
  const security = exchange.security.kind === 'open' ? ({ kind: 'unknown', reason } as const) : exchange.security
  return { ...exchange, security, gaps: [...exchange.gaps, ...gaps] }
}

/** What the wrapper itself takes from headers and cookies shows who asks: a document speaks of it as security. */
function withCredentials(project: Project, wrapper: ts.Identifier, parameters: readonly Parameter[]): Parameter[] {
  const value = project.values.evaluate({ expression: wrapper, scope: moduleScope })
  if (value.kind !== 'function') return [...parameters]
  const from = project.locate(value.node)
  const lines = value.node.getText().split('\n').length
  const isInside = ({ file, line }: Location) => file === from.file && line >= from.line && line < from.line + lines
  return parameters.map((parameter) =>
    (parameter.in === 'header' || parameter.in === 'cookie') && isInside(parameter.at)
      ? { ...parameter, implied: true }
      : parameter,
  )
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
