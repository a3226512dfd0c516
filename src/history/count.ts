import type { ChangeHistory } from '../model/cost.js'
import { changesBetween } from './changes.js'
import type { Revision, Window } from './timeline.js'

export const secondsAMonth = (365.25 / 12) * 24 * 60 * 60

/**
 * Counts the changes of each endpoint and the months it was watched: from the commit that brought it to the one that took it
 * away, as far as both lie in the window.
 * In: the revisions, oldest first.
 */
export function countChanges(
  revisions: readonly Revision[],
  { from = Number.NEGATIVE_INFINITY, until }: Window,
): ChangeHistory {
  const changes = new Map<string, number>()
  const since = new Map<string, number>()
  const months = new Map<string, number>()
  const touched: number[] = []
  const close = (endpoint: string, start: number, end: number) => {
    const span = Math.min(end, until) - Math.max(start, from)
    if (end > from) months.set(endpoint, (months.get(endpoint) ?? 0) + Math.max(0, span) / secondsAMonth)
  }
  for (const { time, before, after } of revisions.filter((revision) => revision.time <= until)) {
    for (const [endpoint, start] of since) {
      if (Object.hasOwn(after.endpoints, endpoint)) continue
      close(endpoint, start, time)
      since.delete(endpoint)
    }
    for (const endpoint of Object.keys(after.endpoints)) if (!since.has(endpoint)) since.set(endpoint, time)
    if (before === undefined || time <= from) continue
    const found = changesBetween(before, after)
    for (const { endpoint, share } of found) changes.set(endpoint, (changes.get(endpoint) ?? 0) + share)
    const points = found.reduce((sum, change) => sum + change.points, 0)
    if (found.length > 0) touched.push(points / found.reduce((sum, { share }) => sum + share, 0))
  }
  for (const [endpoint, start] of since) close(endpoint, start, until)
  const watched = new Map(
    [...months].map(([endpoint, span]) => [endpoint, { changes: changes.get(endpoint) ?? 0, months: span }]),
  )
  const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((total, one) => total + one, 0)
  return { endpoints: watched, changes: sum(changes), months: sum(months), touched }
}

/** The endpoints that were there at a moment. */
export function endpointsAt(revisions: readonly Revision[], moment: number): ReadonlySet<string> {
  const last = revisions.filter(({ time }) => time <= moment).at(-1)
  return new Set(Object.keys(last?.after.endpoints ?? {}))
}
