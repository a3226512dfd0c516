import type { Schema } from '../../../model/schema.js'
import { isCast } from './reading.js'

/** The schema where nothing is cast before it is checked, in fields and items either. */
export function uncast(schema: Schema): Schema {
  return everywhere(schema, (each) => {
    const arms = each.anyOf?.filter((arm) => !isCast(arm))
    const [only, ...others] = arms ?? []
    if (arms === undefined || only === undefined) return each
    const { anyOf: _, ...rest } = each
    return others.length === 0 ? { ...only, ...rest } : { ...rest, anyOf: arms }
  })
}

/** The schema with the same change to all that it holds. */
export function everywhere(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const made = change(schema)
  const inner = (each: Schema) => everywhere(each, change)
  return {
    ...made,
    ...(made.properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(made.properties).map(([name, each]) => [name, inner(each)])) }),
    ...(made.patternProperties === undefined
      ? {}
      : {
          patternProperties: Object.fromEntries(
            Object.entries(made.patternProperties).map(([name, each]) => [name, inner(each)]),
          ),
        }),
    ...(typeof made.items === 'object' ? { items: inner(made.items) } : {}),
    ...(made.prefixItems === undefined ? {} : { prefixItems: made.prefixItems.map(inner) }),
    ...(made.contains === undefined ? {} : { contains: inner(made.contains) }),
    ...(made.anyOf === undefined ? {} : { anyOf: made.anyOf.map(inner) }),
  }
}
