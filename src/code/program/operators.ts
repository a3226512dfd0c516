import ts from 'typescript'

/** Whether an operator gives its left side a value: `=`, `+=`, `??=`. */
export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

/** What a comparison asks: whether both sides are the same, or are not, and whether `null` and `undefined` are told apart. */
interface Comparison {
  readonly same: boolean
  readonly strict: boolean
}

const comparisons: ReadonlyMap<ts.SyntaxKind, Comparison> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, { same: true, strict: true }],
  [ts.SyntaxKind.EqualsEqualsToken, { same: true, strict: false }],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, { same: false, strict: true }],
  [ts.SyntaxKind.ExclamationEqualsToken, { same: false, strict: false }],
])

/** What `===`, `==`, `!==` and `!=` ask; null for any other operator. */
export function comparisonOf({ operatorToken: { kind } }: ts.BinaryExpression): Comparison | null {
  return comparisons.get(kind) ?? null
}
