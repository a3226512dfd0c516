import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from './context.js'
import { entriesOf } from './entries.js'
import type { Draft } from './keywords.js'

/** The schemas by name in an object literal, each placed at its property; notes on the draft when there may be more. */
export function readMembers(draft: Draft, value: Value, context: SchemaContext): Record<string, Schema> {
  const { entries, missing } = entriesOf(context.project, value)
  if (missing !== null) {
    draft.inexact ??= `part of the schema cannot be read: ${missing}`
    draft.additionalProperties ??= { inexact: missing }
  }
  return Object.fromEntries(
    entries.map((entry) => {
      const schema = context.read(entry.value, context)
      return [entry.name, { ...schema, at: context.project.locate(entry.node) }]
    }),
  )
}

/** What defaults do to an object: a request may leave such a member out, a response always has it. */
export function withDefaults(draft: Draft, direction: SchemaContext['direction']): Schema {
  const filled = Object.entries(draft.properties ?? {}).filter(([, schema]) => schema.default !== undefined)
  if (filled.length === 0) return draft
  const names = new Set(filled.map(([name]) => name))
  const others = (draft.required ?? []).filter((name) => !names.has(name))
  const required = direction === 'request' ? others : [...others, ...names]
  return { ...draft, required }
}

/** What the serialiser does to a schema that says little: an object sends only what is listed, anything else is unknown. */
export function asSent(schema: Schema): Schema {
  const words = Object.keys(schema).filter((key) => !['at', 'default', 'deprecated'].includes(key))
  if (words.length === 0) return { ...schema, inexact: 'the response schema lets anything through' }
  if (schema.type?.includes('array') && schema.items === undefined && schema.prefixItems === undefined) {
    return { ...schema, items: { inexact: 'the response schema does not say what the array holds' } }
  }
  if (schema.type === undefined && schema.properties !== undefined) return { ...schema, type: ['object'] }
  if (!schema.type?.includes('object')) return schema
  if (schema.additionalProperties === true) {
    return { ...schema, additionalProperties: { inexact: 'the response schema lets other properties through' } }
  }
  if (schema.allOf !== undefined || schema.anyOf !== undefined || schema.oneOf !== undefined) return schema
  return schema.properties === undefined && schema.additionalProperties === undefined
    ? { ...schema, properties: {} }
    : schema
}
