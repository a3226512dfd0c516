import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, items } from '../spot.js'
import { partially } from './applicators.js'
import type { SchemaContext } from './context.js'
import type { Draft } from './draft.js'

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
  if (context.beside === undefined) for (const branch of branches) allowProperties(context, branch, draft)
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
