import type { Schema } from '../../model/schema.js'

/** Whether a schema says nothing of the value. */
export function isUnknown(schema: Schema): boolean {
  return Object.keys(schema).every((keyword) => keyword === 'inexact' || keyword === 'at')
}
