import type ts from 'typescript'

/** A value that stands in some properties of an object literal, by the name of the parameter that holds it. */
export interface Wrap {
  readonly literal: ts.ObjectLiteralExpression
  readonly parameter: string
}

/** What a function does to a value that it is handed and gives back. */
export type Wrapping =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'wrap' } & Wrap)
  | { readonly kind: 'unknown'; readonly reason: string }
