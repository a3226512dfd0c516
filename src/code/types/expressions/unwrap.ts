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
  return ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner) || mapped(inner) !== undefined
}

/** The literal that `list.map((item) => ({ … }))` makes of every item. */
export function mapped(expression: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return undefined
  const [callback] = expression.arguments
  if (expression.expression.name.text !== 'map' || callback === undefined || !ts.isArrowFunction(callback))
    return undefined
  if (callback.type !== undefined || callback.modifiers !== undefined) return undefined
  const made = returned(callback.body)
  return made !== undefined && isStructural(made) ? made : undefined
}

/** The expression that a function is, or that its only statement returns. */
export function returned(body: ts.ConciseBody | undefined): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) return body
  const [only, ...others] = body.statements
  return only !== undefined && others.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined
}

/** The expression inside everything that leaves its value as it is once it is there: parentheses, casts, `!`, `await`. */
export function unwrapAll(expression: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isParenthesizedExpression(expression) ||
    ts.isAssertionExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isAwaitExpression(expression)
  return isWrapped ? unwrapAll(expression.expression) : expression
}
