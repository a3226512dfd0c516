import type { Schema } from '../../../model/schema.js'
import type { Absence } from '../absence.js'
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
  const flat = schemas.flatMap((schema) => (isChoice(schema) ? (schema.anyOf ?? []) : [schema]))
  const values = flat.filter(isLiteral).flatMap((schema) => schema.enum ?? [])
  const literal: readonly Schema[] = values.length === 0 ? [] : [{ enum: [...new Set(values)] }]
  const unique = new Map(
    [...literal, ...flat.filter((schema) => !isLiteral(schema))].map((schema) => [keyOf(schema), schema]),
  )
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

function isChoice(schema: Schema): boolean {
  return schema.anyOf !== undefined && Object.keys(schema).every((keyword) => keyword === 'anyOf' || keyword === 'at')
}

function isLiteral(schema: Schema): boolean {
  return schema.enum !== undefined && Object.keys(schema).every((keyword) => keyword === 'enum' || keyword === 'at')
}

function keyOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value) => (key === 'at' && typeof value === 'object' ? undefined : value))
}
