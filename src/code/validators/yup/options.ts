import type { Schema } from '../../../model/schema.js'
import { everywhere, uncast } from '../chains/uncast.js'

/** What `validate(input, { strict: true, stripUnknown: true })` makes of a schema. */
export function underOptions(schema: Schema, options: unknown): Schema {
  if (options === null || typeof options !== 'object') return schema
  const is = (name: string) => Object.entries(options).some(([key, value]) => key === name && value === true)
  const cast = is('strict') ? uncast(schema) : schema
  return is('stripUnknown') ? everywhere(cast, withoutOthers) : cast
}

/** Unknown keys are dropped. */
function withoutOthers(schema: Schema): Schema {
  const { additionalProperties, ...rest } = schema
  return additionalProperties === true && schema.properties !== undefined ? rest : schema
}
