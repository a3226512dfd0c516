import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Absence } from '../absent.js'
import type { Sent } from './expression.js'

/** One of several, by a condition that is not known. */
export function oneOf(options: readonly Sent[]): Sent {
  const present = options.filter((option) => option.absence !== 'always')
  if (present.length === 0) return { schema: {}, absence: 'always' }
  const absence: Absence = options.every((option) => option.absence === 'never') ? 'never' : 'maybe'
  return { schema: anyOf(present.map((option) => option.schema)), absence }
}

/** The union of schemas: equal ones once, literal ones as one enum. */
export function anyOf(schemas: readonly Schema[]): Schema {
  const all = schemas.flatMap((schema) => (isChoice(schema) ? (schema.anyOf ?? []) : [schema]))
  // `rows ?? []`: a list of any length may be empty.
  const flat = all.some(mayBeEmpty) ? all.filter((schema) => !isEmptyList(schema)) : all
  const values = new Set(flat.flatMap(literalValues))
  const unique = new Map<string, Schema>()
  for (const schema of flat) {
    if (literalValues(schema).length === 0) unique.set(keyOf(schema), schema)
    else unique.set('literals', { enum: [...values] })
  }
  const [first = {}, ...others] = unique.values()
  return others.length === 0 ? first : { anyOf: [first, ...others] }
}

/** The schema without the alternatives that are null, as `??` leaves it; `undefined` where nothing is left. */
export function withoutNull(schema: Schema): Schema | undefined {
  if (schema.anyOf !== undefined && isChoice(schema)) {
    const rest = schema.anyOf.map(withoutNull).filter((part) => part !== undefined)
    return rest.length === 0 ? undefined : anyOf(rest)
  }
  if (schema.enum !== undefined) {
    const rest = schema.enum.filter((value) => value !== null)
    return rest.length === 0 ? undefined : { ...schema, enum: rest }
  }
  const types = schema.type?.filter((type) => type !== 'null')
  if (types === undefined) return schema
  return types.length === 0 ? undefined : { ...schema, type: types }
}

function isEmptyList({ type, maxItems }: Schema): boolean {
  return type?.length === 1 && type[0] === 'array' && maxItems === 0
}

function mayBeEmpty(schema: Schema): boolean {
  const { type, items, inexact } = schema
  const isPlain = type?.length === 1 && type[0] === 'array' && typeof items === 'object' && inexact === undefined
  return isPlain && (schema.minItems ?? 0) === 0 && schema.maxItems !== 0 && schema.contains === undefined
}

function isChoice(schema: Schema): boolean {
  return schema.anyOf !== undefined && Object.keys(schema).every((keyword) => keyword === 'anyOf' || keyword === 'at')
}

/** The values of a schema that is nothing but a list of them. */
function literalValues(schema: Schema): readonly Json[] {
  const keywords = Object.keys(schema).filter((keyword) => keyword !== 'at')
  if (keywords.length !== 1) return []
  const isNull = schema.type?.length === 1 && schema.type[0] === 'null'
  return isNull ? [null] : (schema.enum ?? [])
}

function keyOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value) => (key === 'at' && typeof value === 'object' ? undefined : value))
}
