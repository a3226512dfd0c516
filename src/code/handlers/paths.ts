import type { Schema } from '../../model/schema.js'

const partly = 'only the fields that the code is seen to read are known'

/** The schema of a whole input of which one field, at the path, is known. */
export function underPath(path: readonly string[], schema: Schema): Schema {
  const [name, ...rest] = path
  if (name === undefined) return schema
  return {
    type: ['object'],
    properties: { [name]: underPath(rest, schema) },
    additionalProperties: true,
    inexact: partly,
  }
}
