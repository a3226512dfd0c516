import type { Schema } from '../../../model/schema.js'
import type { Side } from '../form.js'
import { canonical } from '../json.js'
import { isBareReference, schemaNamed, targetOf } from '../lookup.js'
import { remembering } from '../remembering.js'
import { innerSchemas, isExact } from './exact.js'

/** A text longer than this costs more than it is likely to prove. */
const longest = 50_000

/**
 * Whether the right schema says the same as the left one, word for word and with all that the two refer to, or is a union
 * of which one variant does.
 */
export function isAlike(left: Schema, from: Side, right: Schema, to: Side): boolean {
  const [one, other] = [targetOf(left, from), targetOf(right, to)]
  const variants = isBareUnion(other) ? (other.anyOf ?? []).map((variant) => targetOf(variant, to)) : [other]
  return variants.some((variant) => isWordForWord(one, from, variant, to))
}

/** Whether two exactly known schemas say the same in the same words, with all that they refer to. */
export function isWordForWord(left: Schema, from: Side, right: Schema, to: Side): boolean {
  if (!isExact(left, from) || !isExact(right, to)) return false
  const text = spelt(left, from)
  return text !== null && text === spelt(right, to)
}

function isBareUnion(schema: Schema): boolean {
  return Object.keys(schema).every((word) => word === 'anyOf' || word === 'at')
}

const spellings = remembering<string | null>()

/** The schema in a normal spelling, with all schemas that it leads to. */
function spelt(schema: Schema, side: Side): string | null {
  return spellings(schema, side, () => newSpelling(schema, side))
}

function newSpelling(schema: Schema, side: Side): string | null {
  const named = new Map<string, string>()
  let length = 0
  const visit = (part: Schema): void => {
    const { ref } = part
    const target = ref === undefined || named.has(ref) ? undefined : schemaNamed(side.schemas, ref)
    if (ref !== undefined && target !== undefined && length <= longest) {
      const text = canonical(target)
      length += text.length
      named.set(ref, text)
      visit(target)
    }
    if (!isBareReference(part) && length <= longest) innerSchemas(part).forEach(visit)
  }
  visit(schema)
  const own = canonical(schema)
  if (length + own.length > longest) return null
  return JSON.stringify([own, ...[...named].sort(([one], [other]) => (one < other ? -1 : 1))])
}
