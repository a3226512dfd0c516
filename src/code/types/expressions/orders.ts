import ts from 'typescript'
import type { Lookup } from './expression.js'
import { subjectOf } from './subjects.js'
import { literalOf } from './written.js'

const orders: ReadonlyMap<ts.SyntaxKind, (left: number, right: number) => boolean> = new Map([
  [ts.SyntaxKind.LessThanToken, (left: number, right: number) => left < right],
  [ts.SyntaxKind.LessThanEqualsToken, (left: number, right: number) => left <= right],
  [ts.SyntaxKind.GreaterThanToken, (left: number, right: number) => left > right],
  [ts.SyntaxKind.GreaterThanEqualsToken, (left: number, right: number) => left >= right],
])

/** Whether `status < 300` holds where the number is known on this way; null where it is not. */
export function orderOf(node: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): boolean | null {
  const order = ts.isBinaryExpression(node) ? orders.get(node.operatorToken.kind) : undefined
  if (order === undefined || !ts.isBinaryExpression(node)) return null
  const left = numberOn(node.left, lookup, checker)
  const right = numberOn(node.right, lookup, checker)
  return left === null || right === null ? null : order(left, right)
}

function numberOn(expression: ts.Expression, lookup: Lookup, checker: ts.TypeChecker): number | null {
  const written = literalOf(expression)
  const subject = written === undefined ? subjectOf(expression, lookup, checker) : null
  const value = subject === null ? written : lookup.facts?.get(subject)?.is
  return typeof value === 'number' ? value : null
}
