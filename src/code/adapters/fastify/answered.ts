import type { Schema } from '../../../model/schema.js'

/** The schema of a validator as what is sent by it: a field with a default is always there. Named schemas are let be. */
export function answered(schema: Schema): Schema {
  const { properties, items, required = [] } = schema
  const all = (parts: readonly Schema[]) => parts.map(answered)
  const filled = Object.entries(properties ?? {}).flatMap(([name, each]) => (each.default === undefined ? [] : [name]))
  const order = Object.keys(properties ?? {})
  const present = order.filter((name) => required.includes(name) || filled.includes(name))
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, answered(each)])) }),
    ...(filled.length === 0 ? {} : { required: present }),
    ...(typeof items === 'object' ? { items: answered(items) } : {}),
    ...(schema.anyOf === undefined ? {} : { anyOf: all(schema.anyOf) }),
    ...(schema.oneOf === undefined ? {} : { oneOf: all(schema.oneOf) }),
  }
}
