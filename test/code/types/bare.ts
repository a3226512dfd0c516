import type { Schema, Schemas } from '../../../src/model/schema.js'

/** The schema without positions, with every reference replaced by what it names; a cycle keeps the reference, unnamed. */
export function dereferenced(schema: Schema, schemas: Schemas, above: readonly string[] = []): unknown {
  const { ref } = schema
  if (ref !== undefined && above.includes(ref)) return { cycle: above.length - above.indexOf(ref) }
  const target = ref === undefined ? schema : { ...schemas[ref], ...without(schema, 'ref') }
  const inside = ref === undefined ? above : [...above, ref]
  return strip(target, (part) => dereferenced(part, schemas, inside))
}

function strip(schema: Schema, each: (part: Schema) => unknown = strip): unknown {
  const entries = Object.entries(without(schema, 'at')).map(([keyword, value]) => {
    if (keyword === 'properties' || keyword === 'patternProperties') return [keyword, mapValues(value, each)]
    if (keyword === 'anyOf' || keyword === 'prefixItems')
      return [keyword, (value as Schema[]).map((part) => each(part))]
    if ((keyword === 'items' || keyword === 'additionalProperties') && typeof value === 'object')
      return [keyword, each(value as Schema)]
    return [keyword, value]
  })
  return Object.fromEntries(entries)
}

function mapValues(schemas: unknown, each: (part: Schema) => unknown): unknown {
  return Object.fromEntries(Object.entries(schemas as Record<string, Schema>).map(([key, part]) => [key, each(part)]))
}

function without(schema: Schema, key: keyof Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key))
}
