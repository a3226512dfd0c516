import type { Lookup } from './expression.js'
import type { Facts, Known } from './facts.js'

/** The lookup on a way of which something is known. */
export function withFacts(lookup: Lookup, facts: Facts | undefined): Lookup {
  if (facts === undefined) return lookup
  return Object.assign((...args: Parameters<Lookup>) => lookup(...args), { facts })
}

/** Both at once; null where they contradict each other. */
export function bothKnown(before: Known | undefined, more: Known): Known | null {
  const one = completed(before ?? {})
  const other = completed(more)
  const not = [...(one.not ?? []), ...(other.not ?? []).filter((value) => !one.not?.includes(value))]
  const is = one.is ?? other.is
  const contradicts =
    differ(one.truthy, other.truthy) ||
    differ(one.nullish, other.nullish) ||
    (one.is !== undefined && other.is !== undefined && one.is !== other.is) ||
    (is !== undefined && not.includes(is))
  if (contradicts) return null
  return completed({ ...one, ...other, ...(is === undefined ? {} : { is }), ...(not.length === 0 ? {} : { not }) })
}

const differ = (left: boolean | undefined, right: boolean | undefined): boolean =>
  left !== undefined && right !== undefined && left !== right

/** With what follows: what is true is there, what is not there is false, a literal is both or neither. */
function completed(known: Known): Known {
  const { is, truthy, nullish } = known
  if (is !== undefined) return { ...known, truthy: Boolean(is), nullish: is === null }
  if (truthy === true) return { ...known, nullish: false }
  return nullish === true ? { ...known, truthy: false } : known
}

/** Whether two ways know the same of all values. */
export function sameFacts(left: Facts, right: Facts): boolean {
  if (left === right) return true
  if (left.size !== right.size) return false
  return [...left].every(([subject, known]) => right.has(subject) && sameKnown(known, right.get(subject) ?? {}))
}

/** What both of two ways know. */
export function sharedFacts(left: Facts, right: Facts): Facts {
  if (left === right || left.size === 0) return left
  if (right.size === 0) return right
  return new Map([...left].filter(([subject, known]) => sameKnown(known, right.get(subject))))
}

function sameKnown(left: Known, right: Known | undefined): boolean {
  if (right === undefined) return false
  if (left === right) return true
  const not = [...(left.not ?? [])].sort().join()
  return (
    left.truthy === right.truthy &&
    left.nullish === right.nullish &&
    left.is === right.is &&
    not === [...(right.not ?? [])].sort().join()
  )
}
