import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Schema, Schemas } from '../../../src/model/schema.js'

const ajv = addFormats.default(new Ajv2020({ strict: false }))

type Plain = Record<string, unknown> | boolean

/** The same set in plain JSON Schema, for Ajv: upper bounds stand for what is inexact, and closed objects say so. */
function toJsonSchema(schema: Schema, schemas: Schemas): Record<string, unknown> {
  const definitions = Object.entries(schemas).map(([name, definition]) => [name, plain(definition)])
  return { ...plain(schema), $defs: Object.fromEntries(definitions) }
}

/** What Ajv has against the value, or null. */
export function faults(schema: Schema, schemas: Schemas, value: unknown): unknown {
  const validate = ajv.compile(toJsonSchema(schema, schemas))
  return validate(value) ? null : validate.errors
}

function plain(schema: Schema): Record<string, unknown> {
  const { ref, inexact, at, unserialisable, type, items, anyOf, prefixItems, properties, patternProperties, ...same } =
    schema
  const closed = schema.additionalProperties === undefined && (properties ?? patternProperties) !== undefined
  return {
    ...same,
    ...(ref === undefined
      ? {}
      : { $ref: `#/$defs/${encodeURIComponent(ref.replace(/~/g, '~0').replace(/\//g, '~1'))}` }),
    ...(unserialisable === undefined ? {} : { not: {} }),
    ...(type === undefined ? {} : { type: [...type] }),
    ...(items === undefined ? {} : { items: either(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(plain) }),
    ...(prefixItems === undefined ? {} : { prefixItems: prefixItems.map(plain) }),
    ...(properties === undefined ? {} : { properties: each(properties) }),
    ...(patternProperties === undefined ? {} : { patternProperties: each(patternProperties) }),
    ...(closed ? { additionalProperties: false } : {}),
    ...(schema.additionalProperties === undefined ? {} : { additionalProperties: either(schema.additionalProperties) }),
  }
}

function either(schema: Schema | boolean): Plain {
  return typeof schema === 'boolean' ? schema : plain(schema)
}

function each(schemas: Readonly<Record<string, Schema>>): Record<string, Plain> {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, plain(schema)]))
}
