import ts from 'typescript'
import type { RouteFacts } from '../../handlers/route-facts.js'

/** What functions of h3 say of a request by its method: `isMethod(event, 'GET')`; `handleCors` answers only preflights. */
export function holds(call: ts.CallExpression, { method }: RouteFacts): boolean | null {
  const name = call.expression.getText()
  if (method === null) return null
  if (name === 'handleCors' || name === 'isPreflightRequest') return method === 'OPTIONS' ? null : false
  if (name !== 'isMethod') return null
  const [, wanted] = call.arguments
  const named = wanted === undefined ? null : textsOf(wanted)
  return named === null ? null : named.includes(method)
}

function textsOf(node: ts.Expression): readonly string[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text.toUpperCase()]
  if (!ts.isArrayLiteralExpression(node)) return null
  const texts = node.elements.flatMap((each) => (ts.isStringLiteralLike(each) ? [each.text.toUpperCase()] : []))
  return texts.length === node.elements.length ? texts : null
}
