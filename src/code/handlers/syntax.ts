import ts from 'typescript'

/** The expression without parentheses, casts, `!`, `satisfies`. */
export function bare(expression: ts.Expression): ts.Expression {
  let current = expression
  while (
    ts.isParenthesizedExpression(current) ||
    ts.isAsExpression(current) ||
    ts.isTypeAssertionExpression(current) ||
    ts.isNonNullExpression(current) ||
    ts.isSatisfiesExpression(current)
  ) {
    current = current.expression
  }
  return current
}

/** The expression without the above and without `await`. */
export function settled(expression: ts.Expression): ts.Expression {
  let current = bare(expression)
  while (ts.isAwaitExpression(current)) current = bare(current.expression)
  return current
}

/** The name in `x.name` or `x['name']`; null where it is computed. */
export function memberName(expression: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return literalText(expression.argumentExpression)
}

export function literalText(expression: ts.Expression | undefined): string | null {
  return expression !== undefined && ts.isStringLiteralLike(expression) ? expression.text : null
}

/** The key of a property of a literal or a pattern; null where it is computed. */
export function keyName(name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  return null
}

export function isMember(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
}

/** Functions that many routes share are walked for each of them: the same names are asked about again and again. */
const declarations = new WeakMap<ts.TypeChecker, Map<ts.Identifier, ts.Declaration | null>>()

/** What an identifier was declared as, through imports. */
export function declarationOf(checker: ts.TypeChecker, identifier: ts.Identifier): ts.Declaration | null {
  const known = declarations.get(checker) ?? new Map<ts.Identifier, ts.Declaration | null>()
  const before = known.get(identifier)
  if (before !== undefined) return before
  const symbol = symbolOf(checker, identifier)
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0] ?? null
  declarations.set(checker, known.set(identifier, declaration))
  return declaration
}

export function symbolOf(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | null {
  const { parent } = node
  const symbol =
    parent !== undefined && ts.isShorthandPropertyAssignment(parent) && parent.name === node
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : checker.getSymbolAtLocation(node)
  if (symbol === undefined) return null
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** The parameters of a function that its callers fill: `this` is none of them. */
export function ownParameters({ parameters }: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
  return parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'))
}

/** The body of a function-like declaration; null for a signature without one. */
export function bodyOf(declaration: ts.SignatureDeclaration): ts.ConciseBody | null {
  return 'body' in declaration && declaration.body !== undefined ? declaration.body : null
}

/** A text, number or boolean as it is written; undefined for any other expression. */
export function plainLiteral(expression: ts.Expression): string | number | boolean | undefined {
  const node = bare(expression)
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined
}

/** `null` or `undefined`, as it is written. */
export function isNullish(expression: ts.Expression): boolean {
  const node = settled(expression)
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined')
}
