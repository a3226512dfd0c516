import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Scope } from '../../values/value.js'
import type { ResponseEffect } from '../dialect.js'
import { bare } from '../syntax.js'

/** What the platform's own `Response` answers: `new Response(body, init)`, `Response.json(x)`, `Response.redirect(url)`. */
export function webResponse(
  project: Project,
  node: ts.CallExpression | ts.NewExpression,
  scope: Scope,
): ResponseEffect | null {
  const [first, second] = node.arguments ?? []
  const init = second === undefined ? {} : { init: second }
  if (ts.isNewExpression(node)) {
    if (!isResponse(project, node.expression, scope)) return null
    return { ...init, send: isNothing(first) ? { as: 'empty' } : { as: 'raw', payload: first, label: 'text/plain' } }
  }
  const callee = bare(node.expression)
  if (!ts.isPropertyAccessExpression(callee) || !isResponse(project, callee.expression, scope)) return null
  if (callee.name.text === 'json') return { ...init, send: { as: 'json', payload: first ?? null } }
  if (callee.name.text !== 'redirect') return null
  return {
    status: second ?? 302,
    ...(first === undefined ? {} : { header: { name: 'Location', value: first } }),
    send: { as: 'empty' },
  }
}

/** `null`, `undefined` or nothing at all: no body. */
export function isNothing(body: ts.Expression | undefined): body is undefined {
  if (body === undefined) return true
  const node = bare(body)
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined')
}

function isResponse(project: Project, expression: ts.Expression, scope: Scope): boolean {
  if (!/Response$/.test(expression.getText())) return false
  const value = project.values.evaluate({ expression, scope })
  return value.kind === 'import' && value.module === 'global' && value.name === 'Response'
}
