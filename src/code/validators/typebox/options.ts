import type { Schema } from '../../../model/schema.js'
import type { SchemaContext } from '../json-schema/context.js'
import { argument, type CallValue } from './call.js'

/** A schema with the options that a call of TypeBox gives it: plain JSON Schema keywords. */
export function withOptions(schema: Schema, value: CallValue, position: number, context: SchemaContext): Schema {
  const options = argument(value, position)
  if (options === null) return schema
  const evaluated = context.project.values.evaluate(options)
  // The options describe the same element, so what they say is not a schema inside it.
  const { at: _, ...keywords } = context.read(evaluated, { ...context, direction: 'request' })
  // `Type.Partial(Pet, { additionalProperties: false })`: what is said here counts, not what the first object said.
  const { additionalProperties = schema.additionalProperties } = keywords
  const others = additionalProperties === undefined ? {} : { additionalProperties }
  const { inexact, ...rest } = { ...keywords, ...schema, ...others }
  const reason = schema.inexact ?? keywords.inexact
  return reason === undefined ? rest : { ...rest, inexact: inexact ?? reason }
}
