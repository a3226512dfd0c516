import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, items } from '../spot.js'
import { partially, schemaOrBoolean } from './applicators.js'
import type { SchemaContext } from './context.js'
import { type Draft, inexactBecause } from './draft.js'

/** Reads `if`/`then`/`else` and the keywords that are written-out conditions: when one property is there, then …. */
export function readConditions(context: SchemaContext, spot: Spot, draft: Draft): void {
  const inner = partially(context)
  const condition = child(spot, 'if')
  const branches: Spot[] = []
  if (condition !== undefined) {
    draft.if = context.translate(inner, condition)
    for (const word of ['then', 'else'] as const) {
      const branch = child(spot, word)
      if (branch === undefined) continue
      draft[word] = context.translate(inner, branch)
      branches.push(branch)
    }
  }
  const dependent: Schema[] = []
  for (const word of ['dependentRequired', 'dependentSchemas', 'dependencies'] as const) {
    for (const [name, then] of children(child(spot, word))) {
      const present: Schema = { type: ['object'], required: [name] }
      if (then.node.kind === 'list') {
        const required = items(then).flatMap(({ node }) => (node.kind === 'scalar' ? [String(node.value)] : []))
        if (required.length > 0) dependent.push(implication(present, { required }))
      } else {
        dependent.push(implication(present, context.translate(inner, then)))
        branches.push(then)
      }
    }
  }
  if (dependent.length > 0) draft.allOf = [...(draft.allOf ?? []), ...dependent]
  for (const branch of branches) allowProperties(context, branch, draft)
}

function implication(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
  return { if: condition, then: consequence }
}

/** A property that only a branch describes is allowed by the whole, which would otherwise be closed to it. */
function allowProperties(context: SchemaContext, branch: Spot, draft: Draft): void {
  const found = follow(context.library, branch)
  if (!found.ok || draft.properties === undefined || draft.additionalProperties !== undefined) return
  const known = draft.properties
  const names = children(child(found.spot, 'properties')).flatMap(([name]) =>
    Object.hasOwn(known, name) ? [] : [name],
  )
  draft.properties = { ...known, ...Object.fromEntries(names.map((name) => [name, {}])) }
}

/** Reads `unevaluatedProperties` and `unevaluatedItems` where they mean the same as their plain siblings. */
export function readUnevaluated(context: SchemaContext, spot: Spot, draft: Draft): void {
  const properties = schemaOrBoolean(context, spot, 'unevaluatedProperties')
  const list = schemaOrBoolean(context, spot, 'unevaluatedItems')
  const composed = beside.some((word) => child(spot, word) !== undefined)
  if (properties !== undefined && draft.additionalProperties === undefined) {
    if (properties === true || !composed) draft.additionalProperties = properties
    else if (properties !== false || context.partial !== undefined || !listsPlainly(context, spot)) {
      inexactBecause(draft, 'unevaluatedProperties beside a composition is not compared')
      draft.additionalProperties = true
    }
    // Else `false` says what absence says of a whole value: an object is closed to what no part of it lists.
  }
  if (list !== undefined && list !== true && draft.items === undefined) {
    if (!composed && draft.contains === undefined) draft.items = list
    else inexactBecause(draft, 'unevaluatedItems beside a composition is not compared')
  }
}

/** Words by which a schema lets others speak of the same value. */
const choosing = ['anyOf', 'oneOf', 'if', 'dependentSchemas', 'dependencies', '$dynamicRef'] as const
const beside = ['allOf', '$ref', ...choosing] as const

/** Whether all that is said of the value is said of every value: then its members are all that any part lists. */
function listsPlainly(context: SchemaContext, spot: Spot, depth = 0): boolean {
  if (depth > 10 || choosing.some((word) => child(spot, word) !== undefined)) return false
  if (depth > 0 && child(spot, 'unevaluatedProperties') !== undefined) return false
  const target = child(spot, '$ref') && follow(context.library, spot)
  if (target !== undefined && (!target.ok || !listsPlainly(context, target.spot, depth + 1))) return false
  return items(child(spot, 'allOf')).every((part) => listsPlainly(context, part, depth + 1))
}
