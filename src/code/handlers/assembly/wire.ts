import type { Schema } from '../../../model/schema.js'

const reason = 'a parameter is a string on the wire'
const lookalikes = /^(true|false|-?\d+(\.\d+)?)$/

/** What a value beside the body looks like on the wire where the code says what it makes of it. Declared types stand for text. */
export function declaredOnWire(schema: Schema): Schema {
  const at = schema.at === undefined ? {} : { at: schema.at }
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined) {
    const parts = alternatives.map(declaredOnWire)
    return parts.some((part) => part.enum === undefined) ? { inexact: reason, ...at } : { anyOf: parts, ...at }
  }
  if (schema.enum !== undefined) {
    const texts = schema.enum.every((value) => typeof value === 'string' && !lookalikes.test(value))
    return texts ? schema : { inexact: reason, ...at }
  }
  if (schema.type?.length === 1 && schema.type[0] === 'array' && typeof schema.items === 'object') {
    return { type: ['array'], items: declaredOnWire(schema.items), inexact: reason, ...at }
  }
  return { inexact: reason, ...at }
}

/** The same where a validator says it: what it checks of a text holds, but bare text may be any value. */
export function validatedOnWire(schema: Schema): Schema {
  const at = schema.at === undefined ? {} : { at: schema.at }
  if (schema.enum !== undefined) return declaredOnWire(schema)
  const isText = schema.type?.length === 1 && schema.type[0] === 'string'
  const says = [schema.format, schema.pattern, schema.minLength, schema.maxLength].some((word) => word !== undefined)
  if (isText && !says)
    return { inexact: reason, ...at, ...(schema.default === undefined ? {} : { default: schema.default }) }
  if (
    Object.keys(schema).every((keyword) => keyword === 'type' || keyword === 'at') &&
    schema.type?.join() === 'number'
  )
    return { ...schema, inexact: 'a number on the wire, of which the code says nothing more' }
  if (schema.anyOf !== undefined) {
    const arms = schema.anyOf.filter(({ implied }) => implied !== true)
    const [only = {}] = arms
    return arms.length === 1 ? validatedOnWire(only) : { ...schema, anyOf: arms.map(validatedOnWire) }
  }
  return schema
}

/** What a validator checks beside what its schema says; null where the schema says all. */
export function unreadOf(schema: Schema): string | null {
  if (schema.inexact !== undefined) return schema.inexact
  const arms = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].filter(({ implied }) => implied !== true)
  return arms.map(unreadOf).find((each) => each !== null) ?? null
}
