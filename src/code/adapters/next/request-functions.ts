import ts from 'typescript'
import type { Dialect, RequestMember } from '../../handlers/dialect.js'
import { moduleScope } from '../../values/scope.js'

const functions: Readonly<Record<string, RequestMember>> = {
  cookies: { kind: 'input', place: 'cookie' },
  headers: { kind: 'input', place: 'header' },
}

/** `cookies()` and `headers()` of `next/headers`, and the URL that is made of the request's. */
export const given: NonNullable<Dialect['given']> = (project, node, argument) => {
  if (!ts.isIdentifier(node.expression)) return null
  const name = node.expression.text
  if (ts.isNewExpression(node)) return name === 'URL' && argument === 'url' ? { kind: 'role', role: 'url' } : null
  if ((node.arguments ?? []).length > 0) return null
  const callee = project.values.evaluate({ expression: node.expression, scope: moduleScope })
  if (callee.kind !== 'import' || callee.module !== 'next/headers') return null
  return Object.hasOwn(functions, callee.name) ? (functions[callee.name] ?? null) : null
}
