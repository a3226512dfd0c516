import type { Statuses } from './exchange.js'

/** One status or the other: not known where one of them is not. */
export function eitherStatus(left: Statuses, right: Statuses): Statuses {
  if (!left.known) return left
  if (!right.known) return right
  return { known: true, values: [...new Set([...left.values, ...right.values])] }
}
