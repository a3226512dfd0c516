import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { isTypebox } from '../typebox/call.js'
import { readTypebox } from '../typebox/read.js'
import type { SchemaAround, SchemaContext } from './context.js'
import { entriesOf, reasonOf } from './entries.js'
import { asSent } from './members.js'
import { readKeywords } from './read-keywords.js'

/** A context for schemas of one direction; `shared` are the schemas that a `$ref` can name by `$id`. */
export function schemaContext(
  project: Project,
  direction: SchemaContext['direction'],
  shared: ReadonlyMap<string, Value> = new Map(),
): SchemaContext {
  return { project, read: readSchema, shared, root: null, within: [], direction }
}

/**
 * The schema that a value written in JSON Schema (draft 7) or TypeBox stands for; an inexact one, with the reason, where
 * it cannot be read.
 */
export function readSchema(value: Value, context: SchemaContext): Schema {
  if (value.kind === 'literal' && value.value === true) return {}
  if (value.kind === 'literal' && value.value === false) return { not: {} }
  if (value.kind === 'choice') {
    const options = value.options.map((option) => readSchema(option, context))
    return { anyOf: options, inexact: 'one of several schemas, by a condition that is not known' }
  }
  if (value.kind === 'call' && isTypebox(value)) return within(value, context, (inner) => readTypebox(value, inner))
  if (value.kind !== 'object') return { inexact: `the schema cannot be read: ${reasonOf(value)}` }
  return within(value, context, (inner) => readKeywords(entriesOf(context.project, value), inner))
}

function within(
  value: Extract<Value, { kind: 'object' | 'call' }>,
  context: SchemaContext,
  read: (inner: SchemaContext) => Schema,
): Schema {
  const { project } = context
  const above = context.within.find(({ node }) => node === value.node)
  if (above !== undefined) {
    above.name ??= project.types.claim('Recursive')
    return { ref: above.name }
  }
  const own: SchemaAround = { node: value.node }
  const written = read({ ...context, root: context.root ?? value, within: [...context.within, own] })
  const sent = context.direction === 'response' ? asSent(written) : written
  const schema = { ...sent, at: sent.at ?? project.locate(value.node) }
  if (own.name === undefined) return schema
  project.types.define(own.name, schema)
  return { ref: own.name, at: schema.at }
}
