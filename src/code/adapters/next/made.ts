import ts from 'typescript'
import type { Dialect, ResponseEffect } from '../../handlers/dialect.js'
import { isNothing, webResponse } from '../../handlers/dialects/web-response.js'
import type { Project } from '../../project.js'
import type { Scope } from '../../values/value.js'
import { bare } from '../../values/values.js'

/** `NextResponse.json(x)`, `NextResponse.redirect(url)`, and what the platform's `Response` makes: the answer of an expression. */
export const madeResponse: NonNullable<Dialect['made']> = (project, node, scope) => {
  const platform = webResponse(project, node, scope)
  if (platform !== null) return platform
  const [first, second] = node.arguments ?? []
  const init = second === undefined ? {} : { init: second }
  if (ts.isNewExpression(node)) {
    if (!isNextResponse(project, node.expression, scope)) return null
    return { ...init, send: isNothing(first) ? { as: 'empty' } : { as: 'raw', payload: first, label: 'text/plain' } }
  }
  const callee = bare(node.expression)
  if (!ts.isPropertyAccessExpression(callee) || !isNextResponse(project, callee.expression, scope)) return null
  return madeBy(callee.name.text, node, init)
}

function madeBy(
  method: string,
  { arguments: [first], typeArguments }: ts.CallExpression,
  init: Pick<ResponseEffect, 'init'>,
): ResponseEffect | null {
  const [declared] = typeArguments ?? []
  switch (method) {
    case 'json':
      return { ...init, send: { as: 'json', payload: first ?? null, ...(declared === undefined ? {} : { declared }) } }
    case 'redirect':
      return {
        status: 307,
        ...(first === undefined ? {} : { header: { name: 'Location', value: first } }),
        ...init,
        send: { as: 'empty' },
      }
    case 'next':
    case 'rewrite':
      return { passes: true }
    default:
      return null
  }
}

/** Under any name that ends so. */
function isNextResponse(project: Project, expression: ts.Expression, scope: Scope): boolean {
  if (!/Response$/.test(expression.getText())) return false
  const value = project.values.evaluate({ expression, scope })
  return value.kind === 'import' && value.module === 'next/server' && value.name === 'NextResponse'
}
