import type { Json } from '../../../model/json.js'

/** A value that an enum of a schema can hold. */
export function isJsonValue(value: unknown): value is Json {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
