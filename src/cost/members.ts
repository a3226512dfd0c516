import type { Schema } from '../model/schema.js'

/** What is written in some schemas themselves: how many properties, and which named schemas they lead to. */
interface Members {
  readonly properties: number
  readonly refs: ReadonlySet<string>
}

/** Counts the properties of schemas, in whatever keyword they stand, without entering named schemas. */
export function membersOf(schemas: readonly Schema[]): Members {
  const refs = new Set<string>()
  let properties = 0
  const queue = [...schemas]
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (schema.ref !== undefined) refs.add(schema.ref)
    properties += Object.keys(schema.properties ?? {}).length
    queue.push(...partsOf(schema))
  }
  return { properties, refs }
}

function partsOf(schema: Schema): Schema[] {
  const { items, additionalProperties } = schema
  return [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.prefixItems ?? []),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[items, additionalProperties, schema.contains, schema.not, schema.if, schema.then, schema.else].filter(
      (part) => typeof part === 'object',
    ),
  ]
}
