import type { Schema } from '../../model/schema.js'
import { annotationsOf, assertionsOf } from './draft.js'

/**
 * Adds null to a schema, as a reader understands `nullable: true`: also beside `$ref`, `allOf` and an `enum` that does
 * not list null, where the words of OpenAPI 3.0.3 would still refuse it.
 */
export function withNull(schema: Schema): Schema {
  const composed = schema.ref ?? schema.allOf ?? schema.anyOf ?? schema.oneOf ?? schema.not ?? schema.if
  if (composed !== undefined) {
    return { ...annotationsOf(schema), anyOf: [assertionsOf(schema), { type: ['null'] }] }
  }
  const { type, enum: values } = schema
  return {
    ...schema,
    ...(type === undefined || type.includes('null') ? {} : { type: [...type, 'null'] }),
    ...(values === undefined || values.includes(null) ? {} : { enum: [...values, null] }),
  }
}
