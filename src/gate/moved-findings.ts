import type { Finding } from '../model/finding.js'

/**
 * Findings that only went from one project to another, with the handler and the operation that they are about.
 * Out: by the fingerprint of now, that of before; each of before stands for one.
 */
export function movedFindings(before: readonly Finding[], now: readonly Finding[]): ReadonlyMap<string, string> {
  const [standing, known] = [new Set(now.map(({ id }) => id)), new Set(before.map(({ id }) => id))]
  const gone = new Map<string, string[]>()
  for (const finding of before) {
    if (finding.project === undefined || standing.has(finding.id)) continue
    const key = elementOf(finding)
    gone.set(key, [...(gone.get(key) ?? []), finding.id])
  }
  const moved = new Map<string, string>()
  for (const finding of now) {
    if (finding.project === undefined || known.has(finding.id)) continue
    const [id, ...rest] = gone.get(elementOf(finding)) ?? []
    if (id === undefined) continue
    gone.set(elementOf(finding), rest)
    moved.set(finding.id, id)
  }
  return moved
}

/** What a fingerprint stands for, the project apart. */
const elementOf = ({ rule, method, path, part, status, mediaType, pointer }: Finding): string =>
  JSON.stringify([rule, method, path, part, status, mediaType, pointer])
