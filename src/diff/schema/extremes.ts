import type { Schema } from '../../model/schema.js'

/** The schema that holds no value, and the one that holds every value. */
export const nothing: Schema = { enum: [] }
export const anything: Schema = {}

/** What `true` and `false` stand for where a keyword takes them for a schema. */
export function spelledOut(schema: Schema | boolean): Schema {
  return schema === true ? anything : schema === false ? nothing : schema
}
