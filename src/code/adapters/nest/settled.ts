import ts from 'typescript'
import { contains } from '../../program/contains.js'
import { isAssignment } from '../../program/operators.js'

/** What the parameters of a function are where a call settles them: `findOne(id, true)`. */
export type Settled = ReadonlyMap<ts.Symbol, boolean>

export const unsettled: Settled = new Map()

/** What a call settles of the switches that a function takes: literal arguments, and those that are left out. */
export function settledBy(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
  target: ts.SignatureDeclaration,
  around: Settled,
): Settled {
  const found = new Map<ts.Symbol, boolean>()
  if (call.arguments.some(ts.isSpreadElement)) return found
  for (const [index, parameter] of target.parameters.entries()) {
    const symbol = ts.isIdentifier(parameter.name) ? checker.getSymbolAtLocation(parameter.name) : undefined
    if (!symbol || parameter.dotDotDotToken || isWritten(checker, target, symbol)) continue
    const given = call.arguments[index] ?? parameter.initializer
    const value = given ? truth(checker, given, around) : parameter.questionToken ? false : null
    if (value !== null) found.set(symbol, value)
  }
  return found
}

/** Whether a condition holds, as far as settled parameters and literals tell; null where they do not. */
export function truth(checker: ts.TypeChecker, condition: ts.Expression, settled: Settled): boolean | null {
  if (condition.kind === ts.SyntaxKind.TrueKeyword) return true
  if (condition.kind === ts.SyntaxKind.FalseKeyword || condition.kind === ts.SyntaxKind.NullKeyword) return false
  if (ts.isParenthesizedExpression(condition)) return truth(checker, condition.expression, settled)
  if (ts.isIdentifier(condition)) {
    if (condition.text === 'undefined') return false
    const symbol = checker.getSymbolAtLocation(condition)
    return (symbol && settled.get(symbol)) ?? null
  }
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = truth(checker, condition.operand, settled)
    return inner === null ? null : !inner
  }
  if (!ts.isBinaryExpression(condition)) return null
  const [left, right] = [truth(checker, condition.left, settled), truth(checker, condition.right, settled)]
  switch (condition.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return left === false || right === false ? false : left === true && right === true ? true : null
    case ts.SyntaxKind.BarBarToken:
      return left === true || right === true ? true : left === false && right === false ? false : null
    default:
      return null
  }
}

/** Whether the function ends where the statement does. */
export function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : undefined
  return last !== undefined && leaves(last)
}

function isWritten(checker: ts.TypeChecker, target: ts.SignatureDeclaration, symbol: ts.Symbol): boolean {
  return contains(
    target,
    (node) =>
      ts.isBinaryExpression(node) &&
      ts.isIdentifier(node.left) &&
      isAssignment(node) &&
      checker.getSymbolAtLocation(node.left) === symbol,
  )
}
