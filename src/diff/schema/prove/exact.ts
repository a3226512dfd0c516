import type { Schema } from '../../../model/schema.js'
import type { Side } from '../form.js'
import { schemaNamed } from '../lookup.js'
import { remembering } from '../remembering.js'

const known = remembering<boolean>()

/** Whether no part of the schema is inexact: what Ajv accepts under it is then surely in it. */
export function isExact(schema: Schema, side: Side): boolean {
  return known(schema, side, () => !anyInexact(schema, side, new Set()))
}

function anyInexact(schema: Schema, side: Side, seen: Set<Schema>): boolean {
  if (seen.has(schema)) return false
  seen.add(schema)
  if (schema.inexact !== undefined || schema.presence !== undefined) return true
  const target = schema.ref === undefined ? undefined : schemaNamed(side.schemas, schema.ref)
  if (schema.ref !== undefined && target === undefined) return true
  return [...innerSchemas(schema), ...(target ? [target] : [])].some((inner) => anyInexact(inner, side, seen))
}

/** The schemas that stand directly inside a schema. */
export function innerSchemas(schema: Schema): Schema[] {
  const { items, additionalProperties, contains, propertyNames, not, then, unevaluatedProperties } = schema
  const single = [
    ...[items, additionalProperties, contains, propertyNames, not, schema.if, then, schema.else],
    unevaluatedProperties,
  ]
  return [
    ...single.filter((inner): inner is Schema => typeof inner === 'object'),
    ...[schema.allOf, schema.anyOf, schema.oneOf, schema.prefixItems].flatMap((list) => list ?? []),
    ...[schema.properties, schema.patternProperties].flatMap((map) => Object.values(map ?? {})),
  ]
}
