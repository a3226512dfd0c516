import type { Schema, Schemas } from '../../model/schema.js'

const reason = 'which body goes with which of the statuses is not followed'

/** Whether values of the schema come in several shapes; with `fields`, whether some of its fields do, or may be missing. */
export function isVaried(schema: Schema, schemas: Schemas, fields: boolean): boolean {
  const object = targetOf(schema, schemas)
  if (isChoice(object)) return true
  return fields && Object.entries(object.properties ?? {}).some(([name, each]) => mayVary(object, name, each))
}

/** The schema where a status may come with some of its shapes only. */
export function doubted(schema: Schema, schemas: Schemas): Schema {
  const object = targetOf(schema, schemas)
  const at = schema.at === undefined ? {} : { at: schema.at }
  if (isChoice(object)) return { ...schema, inexact: schema.inexact ?? reason }
  const properties = Object.fromEntries(
    Object.entries(object.properties ?? {}).map(([name, each]) => [
      name,
      mayVary(object, name, each) ? uncertain(each, object.required?.includes(name) ?? false) : each,
    ]),
  )
  return { ...object, ...at, properties }
}

function uncertain(schema: Schema, required: boolean): Schema {
  const doubt = { ...schema, inexact: schema.inexact ?? reason }
  return required ? doubt : { ...doubt, presence: reason }
}

const targetOf = (schema: Schema, schemas: Schemas): Schema =>
  schema.ref === undefined ? schema : (schemas[schema.ref] ?? schema)

function isChoice({ anyOf, oneOf, type, enum: values }: Schema): boolean {
  return anyOf !== undefined || oneOf !== undefined || (type?.length ?? 0) > 1 || (values?.length ?? 0) > 1
}

function mayVary(object: Schema, name: string, schema: Schema): boolean {
  return object.required?.includes(name) !== true || isChoice(schema) || schema.type?.[0] === 'boolean'
}

/** Whether two schemas are written alike, wherever they stand. */
export function sameSchema(left: Schema, right: Schema): boolean {
  const text = (schema: Schema) =>
    JSON.stringify(schema, (key, value) => (key === 'at' && typeof value === 'object' ? undefined : value))
  return left === right || text(left) === text(right)
}
