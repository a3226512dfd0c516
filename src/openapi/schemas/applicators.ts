import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { child, children, incompleteness, items, scalar } from '../spot.js'
import type { SchemaContext } from './context.js'
import { type Draft, inexactBecause } from './draft.js'
import { requiredNames } from './keywords.js'

/** Reads the keywords that hold schemas for parts of the value, and those that combine schemas for all of it. */
export function readApplicators(context: SchemaContext, spot: Spot, draft: Draft): void {
  readMembers(inside(context), spot, draft)
  readItems(inside(context), spot, draft)
  for (const word of ['allOf', 'anyOf', 'oneOf'] as const) {
    const list = child(spot, word)
    const schemas = items(list).map((item) => context.translate(wordless(context), item))
    if (schemas.length > 0) draft[word] = schemas
    const missing = incompleteness(list)
    if (missing !== undefined) inexactBecause(draft, missing)
  }
  const negated = child(spot, 'not')
  if (negated !== undefined) draft.not = context.translate(partially(context), negated)
}

/** The context for a schema that describes only a part of a value. */
export function partially(context: SchemaContext): SchemaContext {
  return context.partial === undefined ? { ...wordless(context), partial: new Set() } : context
}

/** The context for a schema of a part of the value, which no keyword beside the whole looks at. */
export function inside(context: SchemaContext): SchemaContext {
  const { beside, ...rest } = context
  return beside === undefined ? context : rest
}

/** The context for a schema that stands beside others: where it says nothing, they do. */
export function wordless(context: SchemaContext): SchemaContext {
  const { blank, ...rest } = context
  return blank === undefined ? context : rest
}

function readMembers(context: SchemaContext, spot: Spot, draft: Draft): void {
  let open = false
  for (const word of ['properties', 'patternProperties'] as const) {
    const map = child(spot, word)
    if (map === undefined) continue
    const entries = children(map).map(([name, schema]) => [name, context.translate(context, schema)] as const)
    if (map.node.kind === 'map') draft[word] = Object.fromEntries(entries)
    const missing = incompleteness(map)
    if (missing === undefined) continue
    inexactBecause(draft, missing)
    open = true
  }
  const names = child(spot, 'propertyNames')
  if (names !== undefined) draft.propertyNames = context.translate(context, names)
  const required = requiredNames(spot)
  if (required !== undefined) draft.required = required
  const others = schemaOrBoolean(context, spot, 'additionalProperties')
  // What could not be read may name any member, which is then none of the others.
  if (open) draft.additionalProperties = true
  else if (others !== undefined) draft.additionalProperties = others
}

function readItems(context: SchemaContext, spot: Spot, draft: Draft): void {
  const list = child(spot, 'items')
  // A list under `items` is how older drafts wrote tuples.
  const tuple = child(spot, 'prefixItems') ?? (list?.node.kind === 'list' ? list : undefined)
  const rest = schemaOrBoolean(context, spot, list?.node.kind === 'list' ? 'additionalItems' : 'items')
  if (tuple !== undefined) draft.prefixItems = items(tuple).map((item) => context.translate(context, item))
  if (rest !== undefined) draft.items = rest
  const contained = child(spot, 'contains')
  if (contained !== undefined) draft.contains = context.translate(partially(context), contained)
}

/** A schema, or true or false, where a keyword takes both. */
export function schemaOrBoolean(context: SchemaContext, spot: Spot, word: string): Schema | boolean | undefined {
  const value = scalar(spot, word)
  if (typeof value === 'boolean') return value
  const schema = child(spot, word)
  if (schema === undefined || schema.node.kind === 'scalar') return undefined
  const empty = schema.node.kind === 'map' && schema.node.entries.size === 0 && schema.node.incomplete === undefined
  return empty ? true : context.translate(context, schema)
}
