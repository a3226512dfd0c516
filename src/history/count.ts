import type { ChangeHistory } from '../model/cost.js'
import type { Revision, Step, Window } from './timeline.js'

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
  const move = (values: Map<string, number>, old: string, now: string) => {
    const value = values.get(old)
    if (value === undefined || values.has(now)) return
    values.set(now, value)
    values.delete(old)
  }
  for (const revision of revisions.filter(({ time }) => time <= until)) {
    const { time, changes: found, moved } = revision
    for (const [old, now] of moved) for (const values of [changes, since, months]) move(values, old, now)
    const { came, gone } = turnedBy(revision, since)
    for (const endpoint of gone) {
      const start = since.get(endpoint)
      if (start !== undefined) close(endpoint, start, time)
      since.delete(endpoint)
    }
    for (const endpoint of came) if (!since.has(endpoint)) since.set(endpoint, time)
    if (time <= from) continue
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

/** The endpoints that were there at a moment, each with the name that it has at the end. */
export function endpointsAt(revisions: readonly Revision[], moment: number): ReadonlyMap<string, string> {
  const there = new Set<string>()
  for (const revision of revisions.filter(({ time }) => time <= moment)) {
    const { came, gone } = turnedBy(revision, there)
    for (const name of gone) there.delete(name)
    for (const name of came) there.add(name)
  }
  const later = revisions.filter(({ time }) => time > moment).flatMap(({ moved }) => moved)
  const nameNow = (name: string) => later.reduce((known, [old, now]) => (known === old ? now : known), name)
  return new Map([...there].map((name) => [name, nameNow(name)]))
}

type Known = Pick<ReadonlyMap<string, unknown>, 'keys'>

/** What a revision brings and takes away; where it cannot be told by itself, all that it does not have is gone. */
function turnedBy({ endpoints, turned }: Step, known: Known): NonNullable<Step['turned']> {
  if (turned !== undefined) return turned
  const there = new Set(endpoints)
  return { came: endpoints, gone: [...known.keys()].filter((name) => !there.has(name)) }
}
