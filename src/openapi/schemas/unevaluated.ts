import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, items, scalar } from '../spot.js'
import { inside, schemaOrBoolean } from './applicators.js'
import type { SchemaContext } from './context.js'
import { type Draft, inexactBecause } from './draft.js'

/** Words by which a schema lets others speak of the same value. */
const choosing = ['anyOf', 'oneOf', 'if', 'dependentSchemas', 'dependencies', '$dynamicRef'] as const
const composing = ['allOf', '$ref', ...choosing] as const

/** The context for what stands beside `unevaluatedProperties`, which looks at all of it. */
export function besideUnevaluated(context: SchemaContext, spot: Spot): SchemaContext {
  if (context.beside !== undefined || !looksAtProperties(context, spot)) return context
  return { ...context, beside: new Set() }
}

/** Reads `unevaluatedProperties` and `unevaluatedItems`: as their plain siblings where they mean the same. */
export function readUnevaluated(context: SchemaContext, spot: Spot, draft: Draft): void {
  const properties = schemaOrBoolean(inside(context), spot, 'unevaluatedProperties')
  const list = schemaOrBoolean(inside(context), spot, 'unevaluatedItems')
  if (properties !== undefined && draft.additionalProperties === undefined) {
    if (looksAtProperties(context, spot)) draft.unevaluatedProperties = properties
    else if (properties === true || !isComposed(spot)) draft.additionalProperties = properties
    // Else `false` says what absence says of a whole value: an object is closed to what no part of it lists.
  }
  if (list === undefined || list === true || draft.items !== undefined) return
  if (!isComposed(spot) && draft.contains === undefined) draft.items = list
  else inexactBecause(draft, 'unevaluatedItems beside a composition is not compared')
}

/** Whether `unevaluatedProperties` says what no other keyword could: which members it speaks of depends on its siblings. */
function looksAtProperties(context: SchemaContext, spot: Spot): boolean {
  if (child(spot, 'unevaluatedProperties') === undefined || child(spot, 'additionalProperties') !== undefined)
    return false
  const said = scalar(spot, 'unevaluatedProperties')
  if (said === true || !isComposed(spot)) return false
  const isWhole = context.partial === undefined && context.beside === undefined
  return said !== false || !isWhole || !listsPlainly(context, spot)
}

function isComposed(spot: Spot): boolean {
  return composing.some((word) => child(spot, word) !== undefined)
}

/** Whether all that is said of the value is said of every value: then its members are all that any part lists. */
function listsPlainly(context: SchemaContext, spot: Spot, depth = 0, seen = new Set<string>()): boolean {
  const place = `${spot.file.id}#${spot.pointer}`
  if (seen.has(place)) return true
  seen.add(place)
  if (depth > 10 || choosing.some((word) => child(spot, word) !== undefined)) return false
  if (depth > 0 && child(spot, 'unevaluatedProperties') !== undefined) return false
  const target = child(spot, '$ref') && follow(context.library, spot)
  if (target !== undefined && (!target.ok || !listsPlainly(context, target.spot, depth + 1, seen))) return false
  return items(child(spot, 'allOf')).every((part) => listsPlainly(context, part, depth + 1, seen))
}
