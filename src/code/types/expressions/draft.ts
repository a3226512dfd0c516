import type { Schema } from '../../../model/schema.js'

export interface DraftProperty {
  readonly schema: Schema
  readonly required: boolean
}

/** An object under construction. `open` says why it may hold more than its properties. */
export interface Draft {
  readonly properties: ReadonlyMap<string, DraftProperty>
  readonly open?: string
}
