import type ts from 'typescript'
import type { Gap } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { WriteOptions } from '../../controllers/write-options.js'
import type { Exception } from './exception.js'
import type { SetOnResponse } from './set-on-response.js'

/** What one interceptor does to the value that a handler returns. */
export type Interceptor = Change & Beside

type Change =
  | { readonly kind: 'nothing' }
  /** class-transformer writes the class: `@Exclude` and `@Expose` count. */
  | { readonly kind: 'serialise'; readonly options: Partial<WriteOptions> }
  /** `map((data) => ({ data, … }))`: the value stands in these properties of an object literal. */
  | { readonly kind: 'wrap'; readonly literal: ts.ObjectLiteralExpression; readonly parameter: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly at: Location }

/** What it does beside that. */
interface Beside {
  /** What it throws, or makes of the handler's errors. */
  readonly exceptions?: readonly Exception[]
  /** Errors of the handler may never leave it. */
  readonly catches?: boolean
  readonly sets?: SetOnResponse
  readonly gaps?: readonly Gap[]
  /** Its code, where it is the project's. */
  readonly method?: ts.MethodDeclaration
}
