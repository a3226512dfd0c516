import type { Schema } from '../../../model/schema.js'
import { orNull } from '../json-schema/nullable.js'
import { resolveReference } from '../json-schema/reference.js'
import type { Builder, BuilderCall } from './builder.js'
import { readKeys } from './keys.js'
import { composite, keepMembers, mapObjects } from './objects.js'

/** The functions that make a schema of other schemas. */
export const combinations: Readonly<Record<string, Builder>> = {
  Union: { build: ({ list }) => unionOf(list(0)), options: 1 },
  UnionEnum: { build: ({ list }) => unionOf(list(0)), options: 1 },
  Intersect: { build: ({ list }) => listed(list(0), (allOf) => ({ allOf })), options: 1 },
  Composite: { build: ({ list }) => listed(list(0), composite), options: 1 },
  Not: { build: (call) => ({ not: call.schema(0) }), options: 1 },
  Partial: { build: (call) => mapObjects(call.schema(0), ({ required: _, ...object }) => object), options: 1 },
  Required: {
    build: (call) =>
      mapObjects(call.schema(0), (object) => ({ ...object, required: Object.keys(object.properties ?? {}) })),
    options: 1,
  },
  Pick: { build: (call) => select(call, (names, name) => names.includes(name)), options: 2 },
  Omit: { build: (call) => select(call, (names, name) => !names.includes(name)), options: 2 },
  KeyOf: {
    build: (call) => {
      const { properties } = call.schema(0)
      return properties === undefined ? { inexact: 'the keys are not known' } : { enum: Object.keys(properties) }
    },
    options: 1,
  },
  Index: {
    build: (call) => {
      const names = call.argument(1)
      const [name] = (names === null ? null : readKeys(names, call.context)) ?? []
      const member = name === undefined ? undefined : call.schema(0).properties?.[name]
      return member ?? { inexact: 'the indexed member is not known' }
    },
    options: 2,
  },
  Ref: {
    build: (call) => {
      const target = call.argument(0)
      if (target === null) return { inexact: 'a reference to nothing' }
      return target.kind === 'literal' ? resolveReference(target, call.context) : call.schema(0)
    },
    options: 1,
  },
}

function listed(schemas: readonly Schema[] | null, build: (schemas: readonly Schema[]) => Schema): Schema {
  return schemas === null ? { inexact: 'the list of schemas cannot be read whole' } : build(schemas)
}

/** Literals become one enum and `T | null` a nullable T: what people write with a union is mostly one of the two. */
function unionOf(schemas: readonly Schema[] | null): Schema {
  if (schemas === null) return { inexact: 'the list of schemas cannot be read whole' }
  if (schemas.every((schema) => schema.enum !== undefined))
    return { enum: schemas.flatMap((schema) => schema.enum ?? []) }
  const others = schemas.filter((schema) => schema.type?.join() !== 'null')
  const [only] = others
  if (only !== undefined && others.length === 1 && others.length < schemas.length) return orNull(only)
  return { anyOf: schemas }
}

function select(call: BuilderCall, keeps: (names: readonly string[], name: string) => boolean): Schema {
  const given = call.argument(1)
  const names = given === null ? null : readKeys(given, call.context)
  if (names === null) return { inexact: 'the names are not known' }
  return mapObjects(call.schema(0), (object) => keepMembers(object, (name) => keeps(names, name)))
}
