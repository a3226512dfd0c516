import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'

/** An error that leaves a function, by the answer that Nest makes of it. */
export interface Exception {
  /** Null where it is an error of Nest whose status is not known before run time. */
  readonly status: number | null
  readonly body: Schema
  /** The project writes the body, not Nest. */
  readonly own: boolean
  readonly at: Location
}

/** What may leave a function by a throw. */
export interface Thrown {
  readonly exceptions: readonly Exception[]
  /** Calls whose code was looked for and not found. */
  readonly unseen: readonly { readonly reason: string; readonly at: Location }[]
}
