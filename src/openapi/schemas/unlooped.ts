import type { Location } from '../../model/location.js'
import type { Schemas } from '../../model/schema.js'

/** Schemas without loops, and where each loop was cut. */
export interface Unlooped {
  readonly schemas: Schemas
  readonly cuts: readonly { readonly at: Location | undefined; readonly ref: string }[]
}
