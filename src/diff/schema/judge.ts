import type { Json } from '../../model/json.js'

/** Ajv's view of one whole value on one side. */
export interface Judge {
  accepts(value: Json): boolean
  /** For a reason that is no overlap of a `oneOf`'s variants. */
  refuses(value: Json): boolean
  /** For any reason, also that two variants of a `oneOf` have the value. */
  rejects(value: Json): boolean
}
