import type { Schema, Schemas } from '../../../model/schema.js'

/**
 * What the generated routes check of a value: its type is the validator, so that a `string` is every string and a `number` every
 * number. What the type reader calls inexact for another reason stays so.
 */
export function exact(schema: Schema, schemas: Schemas, open: readonly string[] = []): Schema {
  if (schema.ref !== undefined) {
    const target = schemas[schema.ref]
    if (!target || open.includes(schema.ref)) return schema
    const { ref, ...beside } = schema
    return { ...exact(target, schemas, [...open, ref]), ...beside }
  }
  const next = (one: Schema) => exact(one, schemas, open)
  const { inexact, properties, items, additionalProperties, anyOf, allOf, oneOf, ...own } = schema
  const kept = inexact === undefined || (own.format === undefined && isPlain(inexact)) ? {} : { inexact }
  return {
    ...own,
    ...kept,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, next(one)])) }
      : {}),
    ...(items === undefined ? {} : { items: typeof items === 'object' ? next(items) : items }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'object' ? next(additionalProperties) : additionalProperties,
        }),
    ...(anyOf ? { anyOf: anyOf.map(next) } : {}),
    ...(allOf ? { allOf: allOf.map(next) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(next) } : {}),
  }
}

const isPlain = (reason: string): boolean => /^a TypeScript `(string|number)` does not say which/.test(reason)
