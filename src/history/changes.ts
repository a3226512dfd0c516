import type { Change } from './change.js'
import type { Form, Points } from './form.js'

/**
 * A commit that touches more of the endpoints than this is a sweep through the document, and no change of each. An endpoint
 * counts by its share, so that a schema that many endpoints reach is one edit and not a sweep.
 */
const bulk = 0.15

/**
 * What changed from one revision to the next, by endpoint: those that both have and that differ. What is shared by a named
 * schema is split evenly among the endpoints that reach it.
 */
export function changesBetween(before: Form, after: Form): readonly Change[] {
  const touchedSchemas = new Map<string, number>()
  for (const [name, points] of Object.entries(after.schemas)) {
    const touched = touchedPoints(before.schemas[name] ?? points, points)
    if (touched > 0) touchedSchemas.set(name, touched)
  }
  const sharers = new Map<string, number>()
  for (const { reaches } of Object.values(after.endpoints)) {
    for (const name of reaches) sharers.set(name, (sharers.get(name) ?? 0) + 1)
  }
  const changes = Object.entries(after.endpoints).flatMap(([endpoint, { own, reaches }]): readonly Change[] => {
    const earlier = before.endpoints[endpoint]
    if (earlier === undefined) return []
    const direct = touchedPoints(earlier.own, own)
    const shared = reaches.filter((name) => touchedSchemas.has(name))
    const part = (name: string) => 1 / (sharers.get(name) ?? 1)
    const share = direct > 0 ? 1 : Math.max(0, ...shared.map(part))
    if (share === 0) return []
    const points = shared.reduce((sum, name) => sum + (touchedSchemas.get(name) ?? 0) * part(name), direct)
    return [{ endpoint, share, points }]
  })
  const shares = changes.map(({ share }) => share)
  return isSweep(shares, Object.keys(after.endpoints).length) ? [] : changes
}

/** Whether what a commit touched is more than one change of some of so many endpoints. */
export function isSweep(shares: readonly number[], endpoints: number): boolean {
  return shares.reduce((sum, share) => sum + share, 0) > Math.max(1, bulk * endpoints)
}

function touchedPoints(before: Points, after: Points): number {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).length
}
