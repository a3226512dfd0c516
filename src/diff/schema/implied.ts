import type { Schema, Schemas } from '../../model/schema.js'

interface Described {
  readonly schema: Schema
  readonly schemas: Schemas
}

const named = new WeakMap<Schemas, Schemas>()
const meant = new WeakMap<Schema, Schema>()

/** A schema without the values that are only implied, and all that it refers to; null where there are none. */
export function withoutImplied({ schema, schemas }: Described): Described | null {
  const others = named.get(schemas) ?? schemasWithout(schemas)
  named.set(schemas, others)
  const own = without(schema)
  return own === schema && others === schemas ? null : { schema: own, schemas: others }
}

function schemasWithout(schemas: Schemas): Schemas {
  return changed(schemas, without) ?? schemas
}

/** The very same schema where nothing of it is implied, so that what is known of it stays known. */
function without(schema: Schema): Schema {
  const known = meant.get(schema)
  if (known !== undefined) return known
  const parts: { [word: string]: unknown } = {}
  for (const word of ['properties', 'patternProperties'] as const) {
    const members = schema[word] && changed(schema[word], without)
    if (members) parts[word] = members
  }
  for (const word of ['items', 'additionalProperties', 'contains'] as const) {
    const inner = schema[word]
    if (typeof inner === 'object' && without(inner) !== inner) parts[word] = without(inner)
  }
  for (const word of ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const) {
    const before = schema[word]
    const after = before?.filter(({ implied }) => implied !== true).map(without)
    if (after?.some((one, index) => one !== before?.[index]) || after?.length !== before?.length) parts[word] = after
  }
  const made: Schema = Object.keys(parts).length === 0 ? schema : { ...schema, ...parts }
  meant.set(schema, made)
  return made
}

function changed(
  members: Readonly<Record<string, Schema>>,
  change: (schema: Schema) => Schema,
): Readonly<Record<string, Schema>> | null {
  const entries = Object.entries(members).map(([name, member]) => [name, member, change(member)] as const)
  if (entries.every(([, before, after]) => before === after)) return null
  return Object.fromEntries(entries.map(([name, , after]) => [name, after]))
}
