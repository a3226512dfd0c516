import type { Schema } from '../model/schema.js'

/** The schema of a path parameter without the demand that it be there: a path in which it is empty is another path. */
export function pathValue(schema: Schema): Schema {
  const { minLength, allOf, anyOf, ...rest } = schema
  return {
    ...rest,
    ...(minLength === undefined || minLength === 1 ? {} : { minLength }),
    ...(allOf === undefined ? {} : { allOf: allOf.map(pathValue) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(pathValue) }),
  }
}
