import type { Schema } from '../../../model/schema.js'
import { uncast } from '../chains/uncast.js'

/**
 * In every object of the schema `{ allowUnknown: true }` lets other keys pass and `{ stripUnknown: true }` drops them;
 * `{ convert: false }` takes values as they come.
 */
export function underOptions(schema: Schema, options: unknown): Schema {
  if (options === null || typeof options !== 'object') return schema
  const is = (name: string) => Object.entries(options).some(([key, value]) => key === name && value !== false)
  const isUncast = Object.entries(options).some(([key, value]) => key === 'convert' && value === false)
  const cast = isUncast ? uncast(schema) : schema
  if (is('stripUnknown')) return withOthers(cast, 'strip')
  return is('allowUnknown') ? withOthers(cast, true) : cast
}

function withOthers(schema: Schema, others: 'strip' | true): Schema {
  const inner = (each: Schema) => withOthers(each, others)
  const { additionalProperties, ...rest } = schema
  const closed =
    additionalProperties === false ? (others === 'strip' ? rest : { ...rest, additionalProperties: others }) : schema
  return {
    ...closed,
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, inner(each)])),
        }),
    ...(typeof schema.items === 'object' ? { items: inner(schema.items) } : {}),
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(inner) }),
  }
}
