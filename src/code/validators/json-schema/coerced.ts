import type { JsonType, Schema } from '../../../model/schema.js'
import { orOthers } from '../beside.js'

const reason = 'Ajv turns it into the wanted type before it checks'
/** What is turned into another type, and into what values are turned. */
const turned: readonly JsonType[] = ['array', 'boolean', 'null', 'number', 'string']

/**
 * The schema with the values that Ajv takes under `coerceTypes: 'array'`, as Fastify sets it, because it turns them into the
 * wanted type: https://ajv.js.org/coercion.html. They are only implied; schemas with names of their own stay as they are.
 */
export function coerced(schema: Schema): Schema {
  const inner = within(schema)
  // Ajv turns values only where a schema names their type, and none into an object.
  const isTurned = inner.type?.some((type) => type !== 'object') === true
  if (!isTurned) return inner
  // Null becomes the empty text.
  const isFilled = inner.type?.includes('string') === true && (inner.minLength ?? 0) > 0
  return orOthers(inner, reason, isFilled ? turned.filter((kind) => kind !== 'null') : turned)
}

function within(schema: Schema): Schema {
  const { properties, items, anyOf } = schema
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: members(properties) }),
    ...(typeof items === 'object' ? { items: coerced(items) } : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(coerced) }),
  }
}

function members(properties: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { at, presence, ...property }]) => {
      const said = { ...(at === undefined ? {} : { at }), ...(presence === undefined ? {} : { presence }) }
      return [name, { ...coerced(property), ...said }]
    }),
  )
}
