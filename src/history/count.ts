import type { ChangeHistory } from '../model/cost.js'
import { changesBetween } from './changes.js'
import type { Form } from './form.js'

/** The contract as one commit left it, and as it found it. */
export interface Revision {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  /** Absent where the document was not there before, or could not be read. */
  readonly before?: Form
  readonly after: Form
}

const secondsAMonth = (365.25 / 12) * 24 * 60 * 60

/**
 * Counts the changes of each endpoint and the months it was watched: from the commit that brought it to the one that took it
 * away, or to the end.
 * In: the revisions, oldest first, and the end of the watch in seconds since 1970.
 */
export function countChanges(revisions: readonly Revision[], end: number): ChangeHistory {
  const changes = new Map<string, number>()
  const since = new Map<string, number>()
  const months = new Map<string, number>()
  const touched: number[] = []
  const close = (endpoint: string, from: number, to: number) =>
    months.set(endpoint, (months.get(endpoint) ?? 0) + Math.max(0, to - from) / secondsAMonth)
  for (const { time, before, after } of revisions) {
    for (const [endpoint, from] of since) {
      if (Object.hasOwn(after.endpoints, endpoint)) continue
      close(endpoint, from, time)
      since.delete(endpoint)
    }
    for (const endpoint of Object.keys(after.endpoints)) if (!since.has(endpoint)) since.set(endpoint, time)
    const found = before === undefined ? [] : changesBetween(before, after)
    for (const { endpoint, share } of found) changes.set(endpoint, (changes.get(endpoint) ?? 0) + share)
    const points = found.reduce((sum, change) => sum + change.points, 0)
    if (found.length > 0) touched.push(points / found.reduce((sum, { share }) => sum + share, 0))
  }
  for (const [endpoint, from] of since) close(endpoint, from, end)
  const watched = new Map(
    [...months].map(([endpoint, span]) => [endpoint, { changes: changes.get(endpoint) ?? 0, months: span }]),
  )
  const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((total, one) => total + one, 0)
  return { endpoints: watched, changes: sum(changes), months: sum(months), touched }
}
