import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from '../json-schema/context.js'
import { entriesOf } from '../json-schema/entries.js'
import type { Draft } from '../json-schema/keywords.js'
import { readMembers, withDefaults } from '../json-schema/members.js'
import { argument, isTypebox, typeboxName } from './call.js'

/** `Type.Object({…})`: every member is required that is not wrapped in `Type.Optional`. */
export function readObject(properties: Value, context: SchemaContext): Schema {
  const draft: Draft = { type: ['object'] }
  draft.properties = readMembers(draft, properties, context)
  const required = entriesOf(context.project, properties).entries.filter((entry) => !isOptional(entry.value, context))
  if (required.length > 0) draft.required = required.map((entry) => entry.name)
  return withDefaults(draft, context.direction)
}

function isOptional(value: Value, context: SchemaContext): boolean {
  if (value.kind === 'choice') return value.options.some((option) => isOptional(option, context))
  if (value.kind !== 'call' || !isTypebox(value)) return false
  const name = typeboxName(value)
  if (name === 'Optional' || name === 'ReadonlyOptional') return true
  const inner = name === 'Readonly' ? argument(value, 0) : null
  return inner !== null && isOptional(context.project.values.evaluate(inner), context)
}

/** A change to every object that a schema is made of; inexact where it is made of something else. */
export function mapObjects(schema: Schema, change: (object: Schema) => Schema): Schema {
  if (schema.allOf !== undefined) return { ...schema, allOf: schema.allOf.map((part) => mapObjects(part, change)) }
  if (schema.anyOf !== undefined) return { ...schema, anyOf: schema.anyOf.map((part) => mapObjects(part, change)) }
  if (schema.properties === undefined) return { inexact: 'an object schema that cannot be read' }
  return change(schema)
}

/** The object with those members only that pass. */
export function keepMembers(object: Schema, passes: (name: string) => boolean): Schema {
  return {
    ...object,
    properties: Object.fromEntries(Object.entries(object.properties ?? {}).filter(([name]) => passes(name))),
    ...(object.required === undefined ? {} : { required: object.required.filter(passes) }),
  }
}

/** Several objects as one, as `Type.Composite` builds it. */
export function composite(schemas: readonly Schema[]): Schema {
  const objects = schemas.flatMap((schema) => schema.allOf ?? [schema])
  if (objects.some((object) => object.properties === undefined)) return { allOf: schemas }
  return {
    type: ['object'],
    properties: Object.assign({}, ...objects.map((object) => object.properties)),
    required: [...new Set(objects.flatMap((object) => object.required ?? []))],
  }
}
