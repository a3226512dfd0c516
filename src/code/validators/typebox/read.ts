import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from '../json-schema/context.js'
import { builders } from './builders.js'
import { argument, type CallValue, typeboxName } from './call.js'
import { withOptions } from './options.js'

/** The schema that a call of TypeBox stands for; inexact, with the reason, for one that cannot be said in JSON Schema. */
export function readTypebox(value: CallValue, context: SchemaContext): Schema {
  const name = typeboxName(value)
  const builder = builders[name]
  if (builder === undefined) return { inexact: `Type.${name} is not read` }
  const evaluate = (position: number): Value | null => {
    const reference = argument(value, position)
    return reference === null ? null : context.project.values.evaluate(reference)
  }
  const schema = builder.build({
    context,
    value,
    argument: evaluate,
    schema: (position) => {
      const given = evaluate(position)
      return given === null ? {} : context.read(given, context)
    },
    list: (position) => {
      const given = evaluate(position)
      if (given?.kind !== 'array' || !given.complete) return null
      return given.elements.map((element) => context.read(context.project.values.evaluate(element), context))
    },
  })
  return builder.options === undefined ? schema : withOptions(schema, value, builder.options, context)
}
