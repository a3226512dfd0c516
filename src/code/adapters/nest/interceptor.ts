import type ts from 'typescript'
import type { Location } from '../../../model/location.js'

/** What one interceptor does to the value that a handler returns. */
export type Interceptor =
  | { readonly kind: 'nothing' }
  /** class-transformer writes the class: `@Exclude` and `@Expose` count. */
  | { readonly kind: 'serialise' }
  /** `map((data) => ({ data, … }))`: the value stands in these properties of an object literal. */
  | { readonly kind: 'wrap'; readonly literal: ts.ObjectLiteralExpression; readonly parameter: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly at: Location }
