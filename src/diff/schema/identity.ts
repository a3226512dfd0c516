import type { Schema } from '../../model/schema.js'

const numbers = new WeakMap<Schema, number>()
let next = 0

/** A number that stands for this very schema object, so that pairs of schemas can be remembered. */
export function idOf(schema: Schema): number {
  const known = numbers.get(schema)
  if (known !== undefined) return known
  next += 1
  numbers.set(schema, next)
  return next
}

const conjunctions = new WeakMap<Schema, Map<string, Schema>>()

/** The schema of what all of these allow: the same object for the same parts, so that recursion through it ends. */
export function allOf(parts: readonly Schema[]): Schema {
  const [first, ...others] = parts
  if (first === undefined) return {}
  if (others.length === 0) return first
  const known = conjunctions.get(first) ?? new Map<string, Schema>()
  conjunctions.set(first, known)
  const key = others.map(idOf).join(' ')
  const made = known.get(key) ?? { allOf: parts, ...(first.at === undefined ? {} : { at: first.at }) }
  known.set(key, made)
  return made
}
