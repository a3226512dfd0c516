import type { Schema } from './schema.js'

/** The schemas that are written inside a schema, its properties apart; named schemas are not entered. */
export function partsOf(schema: Schema): Schema[] {
  const { items, additionalProperties } = schema
  return [
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.prefixItems ?? []),
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[items, additionalProperties, schema.contains, schema.not, schema.if, schema.then, schema.else].filter(
      (part) => typeof part === 'object',
    ),
    ...(typeof schema.unevaluatedProperties === 'object' ? [schema.unevaluatedProperties] : []),
  ]
}
