import ts from 'typescript'

/** What a promise of this type comes to; null where the type is no promise, or is not known yet. */
export function promised(checker: ts.TypeChecker, type: ts.Type): ts.Type | null {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) return null
  const awaited = checker.getAwaitedType(type)
  return awaited === undefined || awaited === type ? null : awaited
}

/** The value in `Promise.resolve(value)`; null for any other expression. */
export function resolvedWith(expression: ts.Expression): ts.Expression | null {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'Promise.resolve') return null
  return expression.arguments[0] ?? null
}
