import ts from 'typescript'
import type { Dialect, ResponseEffect } from '../../handlers/dialect.js'
import type { Project } from '../../project.js'
import type { Scope } from '../../values/value.js'
import { bare } from '../../values/values.js'

/** `NextResponse.json(x)`, `Response.json(x)`, `new Response(…)`, `NextResponse.redirect(url)`: the answer that an expression makes. */
export const madeResponse: NonNullable<Dialect['made']> = (project, node, scope) => {
  const [first, second] = node.arguments ?? []
  const init = second === undefined ? {} : { init: second }
  if (ts.isNewExpression(node)) {
    if (classOf(project, node.expression, scope) === null) return null
    return { ...init, send: isNothing(first) ? { as: 'empty' } : { as: 'raw', payload: first, label: 'text/plain' } }
  }
  const callee = bare(node.expression)
  if (!ts.isPropertyAccessExpression(callee)) return null
  const made = classOf(project, callee.expression, scope)
  return made === null ? null : madeBy(callee.name.text, made, node, init)
}

function madeBy(
  method: string,
  made: 'NextResponse' | 'Response',
  { arguments: [first], typeArguments }: ts.CallExpression,
  init: Pick<ResponseEffect, 'init'>,
): ResponseEffect | null {
  const [declared] = typeArguments ?? []
  switch (method) {
    case 'json':
      return { ...init, send: { as: 'json', payload: first ?? null, ...(declared === undefined ? {} : { declared }) } }
    case 'redirect':
      return {
        status: made === 'NextResponse' ? 307 : 302,
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

function isNothing(body: ts.Expression | undefined): body is undefined {
  if (body === undefined) return true
  const node = bare(body)
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined')
}

/** Which class of responses an expression names, under any name that ends so. */
function classOf(project: Project, expression: ts.Expression, scope: Scope): 'NextResponse' | 'Response' | null {
  if (!/Response$/.test(expression.getText())) return null
  const value = project.values.evaluate({ expression, scope })
  if (value.kind !== 'import') return null
  if (value.module === 'next/server' && value.name === 'NextResponse') return 'NextResponse'
  return value.module === 'global' && value.name === 'Response' ? 'Response' : null
}
