import type ts from 'typescript'

/** A call that may register something, before it is known what it is called on. */
export interface Candidate {
  readonly call: ts.CallExpression
  readonly receiver: ts.Expression
  /** The method's name, or the expression that computes it: `app[method](path, handler)`. */
  readonly name: string | ts.Expression
}
