import ts from 'typescript'
import { isConstant } from '../../program/constant.js'
import { comparisonOf } from '../../program/operators.js'
import { declarationOf } from './subjects.js'
import { unwrapAll } from './unwrap.js'

const deepest = 5

/** Whether a condition on the environment holds in production: `process.env.NODE_ENV === 'development'` does not. Null for any other. */
export function inProduction(condition: ts.Expression, checker: ts.TypeChecker, depth = 0): boolean | null {
  const node = unwrapAll(condition)
  if (depth > deepest) return null
  const inner = (each: ts.Expression) => inProduction(each, checker, depth + 1)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const truth = inner(node.operand)
    return truth === null ? null : !truth
  }
  if (!ts.isBinaryExpression(node)) {
    const held = heldBy(node, checker)
    return held === null ? null : inner(held)
  }
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
    const decisive = kind === ts.SyntaxKind.BarBarToken
    const [left, right] = [inner(node.left), inner(node.right)]
    if (left === decisive || right === decisive) return decisive
    return left === null || right === null ? null : !decisive
  }
  const equality = comparisonOf(node)
  if (equality === null) return null
  const named = [node.left, node.right].map(unwrapAll).find(ts.isStringLiteralLike)
  if (named === undefined || ![node.left, node.right].some((each) => namesEnvironment(each, checker))) return null
  return /^prod/i.test(named.text) === equality.same
}

/** `process.env.NODE_ENV`, `app.get('env')`, and what constants and settings hold of them. */
function namesEnvironment(expression: ts.Expression, checker: ts.TypeChecker, depth = 0): boolean {
  const node = unwrapAll(expression)
  if (depth > deepest) return false
  if (ts.isBinaryExpression(node)) return namesEnvironment(node.left, checker, depth + 1)
  if (/^process\.env(\.|\[')(NODE_ENV|APP_ENV|ENVIRONMENT|ENV)\b/.test(node.getText())) return true
  if (ts.isCallExpression(node)) return /\.get\((['"])env\1\)$/.test(node.getText())
  const held = heldBy(node, checker)
  return held !== null && namesEnvironment(held, checker, depth + 1)
}

/** What a constant, or a field of one, is written as. */
function heldBy(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | null {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node
  if (!ts.isIdentifier(name)) return null
  const declaration = declarationOf(name, checker)
  if (declaration === undefined) return null
  if (ts.isPropertyAssignment(declaration)) return declaration.initializer
  return isConstant(declaration) ? declaration.initializer : null
}

/** What is said of a field that only some environments send: neither side is in error. */
export const environmentalField = 'only some environments send it'
