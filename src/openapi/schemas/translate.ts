import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { incompleteness, isTrue, locate, textAt } from '../spot.js'
import { readApplicators, wordless } from './applicators.js'
import { readConditions } from './conditions.js'
import type { SchemaContext } from './context.js'
import { readDiscriminator } from './discriminator.js'
import { annotationsOf, assertionsOf, type Draft, hasAssertions, inexactBecause } from './draft.js'
import { readPlainKeywords } from './keywords.js'
import { withNull } from './nullable.js'
import { readReference } from './reference.js'
import { allowRequired, closeMistakenObject, implyType, readType } from './types.js'
import { besideUnevaluated, readUnevaluated } from './unevaluated.js'

/** A schema of any dialect in the words of the model; what cannot be said in them makes it inexact, with the reason. */
export function translate(context: SchemaContext, spot: Spot): Schema {
  const at = locate(spot)
  const { node } = spot
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value ? { at } : { not: {}, at }
  const unread = incompleteness(spot)
  if (unread !== undefined) return { inexact: unread, at }
  if (node.kind !== 'map') return { inexact: 'this is not a schema', at }
  const ref = textAt(spot, '$ref')
  const schema = ref === undefined ? keywords(context, spot) : withReference(context, spot, ref)
  const nullable = isTrue(spot, 'nullable') || isTrue(spot, 'x-nullable')
  return nullable ? withNull(schema) : schema
}

function keywords(context: SchemaContext, spot: Spot): Schema {
  const draft: Draft = { at: locate(spot) }
  readType(spot, draft)
  readPlainKeywords(spot, draft)
  const beside = besideUnevaluated(context, spot)
  readApplicators(beside, spot, draft)
  readConditions(beside, spot, draft)
  readUnevaluated(context, spot, draft)
  readDiscriminator(context, spot, draft)
  if (context.blank !== undefined && !hasAssertions(draft)) draft.inexact = context.blank
  if (textAt(spot, '$dynamicRef') !== undefined) inexactBecause(draft, '$dynamicRef is not followed')
  if (context.partial === undefined) {
    implyType(draft)
    if (beside.beside === undefined) allowRequired(draft)
    closeMistakenObject(draft)
  } else if (beside.beside === undefined && (draft.properties ?? draft.patternProperties) !== undefined)
    draft.additionalProperties ??= true
  return draft
}

/** Before 3.1 what stands beside a `$ref` says nothing of values; from then on both hold. */
function withReference(context: SchemaContext, spot: Spot, ref: string): Schema {
  const later = context.library.dialect === 'openapi-3.1' || context.library.dialect === 'openapi-3.2'
  const target = readReference(later ? besideUnevaluated(context, spot) : context, spot, ref)
  const own = keywords(wordless(context), spot)
  if (!later || !hasAssertions(own)) return { ...target, ...annotationsOf(own) }
  // What looks at the members that others speak of must stand beside the target too.
  const { unevaluatedProperties, ...words } = assertionsOf(own)
  return {
    ...annotationsOf(own),
    allOf: [target, words],
    ...(unevaluatedProperties === undefined ? {} : { unevaluatedProperties }),
  }
}
