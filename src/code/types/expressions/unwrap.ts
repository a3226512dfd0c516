import ts from 'typescript'

/** The expression inside parentheses, `satisfies` and `as const`: they change its type, not its value. */
export function unwrap(expression: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(expression) || ts.isSatisfiesExpression(expression))
    return unwrap(expression.expression)
  if (ts.isAssertionExpression(expression) && ts.isConstTypeReference(expression.type))
    return unwrap(expression.expression)
  return expression
}

/** A literal, or a choice of literals, that says more than its type does. */
export function isStructural(expression: ts.Expression): boolean {
  const inner = unwrap(expression)
  if (ts.isConditionalExpression(inner)) return isStructural(inner.whenTrue) && isStructural(inner.whenFalse)
  return ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner)
}
