import type { Schema, Schemas } from '../../../model/schema.js'

/** One member of an object schema. */
export interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** The members of an object schema, through refs, `allOf` and unions; `open` where others may pass. Null where it is no object. */
export interface Fields {
  readonly fields: readonly Field[]
  readonly open: boolean
}

export function fieldsOf(schema: Schema, schemas: Schemas, depth = 0): Fields | null {
  if (depth > 8) return null
  if (schema.ref !== undefined) {
    const target = schemas[schema.ref]
    return target === undefined ? null : fieldsOf(target, schemas, depth + 1)
  }
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined)
    return mergeAlternatives(alternatives.map((part) => fieldsOf(part, schemas, depth + 1)))
  if (schema.allOf !== undefined) return mergeAll(schema.allOf.map((part) => fieldsOf(part, schemas, depth + 1)))
  if (schema.type !== undefined && !schema.type.includes('object')) return null
  if (schema.properties === undefined) return { fields: [], open: true }
  const fields = Object.entries(schema.properties).map(([name, member]) => ({
    name,
    schema: member,
    required: schema.required?.includes(name) ?? false,
  }))
  return { fields, open: schema.additionalProperties !== undefined && schema.additionalProperties !== false }
}

/** A field of one alternative only is not required. */
function mergeAlternatives(parts: readonly (Fields | null)[]): Fields | null {
  const known = parts.filter((part) => part !== null)
  if (known.length === 0) return null
  const names = new Set(known.flatMap((part) => part.fields.map((field) => field.name)))
  const fields = [...names].map((name) => {
    const found = known.flatMap((part) => part.fields.filter((field) => field.name === name))
    const schemas = found.map((field) => field.schema)
    const [first = {}] = schemas
    return {
      name,
      schema: schemas.length === 1 ? first : { anyOf: schemas },
      required: found.length === known.length && found.every((field) => field.required),
    }
  })
  return { fields, open: known.length < parts.length || known.some((part) => part.open) }
}

function mergeAll(parts: readonly (Fields | null)[]): Fields | null {
  const known = parts.filter((part) => part !== null)
  if (known.length === 0) return null
  const byName = new Map<string, Field>()
  for (const field of known.flatMap((part) => part.fields)) {
    const before = byName.get(field.name)
    byName.set(field.name, before === undefined ? field : { ...field, required: field.required || before.required })
  }
  return { fields: [...byName.values()], open: known.some((part) => part.open) || known.length < parts.length }
}
