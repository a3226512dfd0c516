import type { Json } from '../../model/json.js'

/** Ajv's view of one whole value on one side. */
export interface Judge {
  accepts(value: Json): boolean
  refuses(value: Json): boolean
}
