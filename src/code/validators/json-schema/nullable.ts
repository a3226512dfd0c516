import type { Schema } from '../../../model/schema.js'

/** The schema with `null` beside what it allowed. */
export function orNull(schema: Schema): Schema {
  if (schema.enum !== undefined && !schema.enum.includes(null)) {
    return orNull({ ...schema, enum: [...schema.enum, null] })
  }
  if (schema.type !== undefined) {
    return schema.type.includes('null') ? schema : { ...schema, type: [...schema.type, 'null'] }
  }
  const { at, ...rest } = schema
  return { anyOf: [rest, { type: ['null'] }], ...(at === undefined ? {} : { at }) }
}
