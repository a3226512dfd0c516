import type { JsonType, Schema } from '../../model/schema.js'

const kinds: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

/** The schema, and beside it values of other kinds that pass too, nobody knows which: those that are turned, or not looked at. */
export function orOthers(schema: Schema, reason: string, among: readonly JsonType[] = kinds): Schema {
  const own = schema.type ?? (schema.enum ? [...new Set(schema.enum.map(kindOf))] : [])
  const others = among.filter((kind) => !own.includes(kind) && !(kind === 'number' && own.includes('integer')))
  return own.length === 0 || others.length === 0 ? schema : beside(schema, { type: others, inexact: reason })
}

/** The schema, and beside it any value at all. */
export function orAnything(schema: Schema, reason: string): Schema {
  return beside(schema, { inexact: reason })
}

/** The schema, and beside it values that nobody means to offer: a document may list them or not. */
export function beside(schema: Schema, other: Schema): Schema {
  const { anyOf, ...rest } = schema
  const first = anyOf !== undefined && Object.keys(rest).length === 0 ? anyOf : [schema]
  return { anyOf: [...first, { ...other, implied: true }] }
}

function kindOf(value: unknown): JsonType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'object' ? 'object' : (kinds.find((kind) => kind === typeof value) ?? 'string')
}
