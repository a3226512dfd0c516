import type { Commit } from '../git/first-parents.js'
import type { Result } from '../model/result.js'
import type { AuditRecord, Origin } from '../model/weekly.js'
import { daysBetween, momentOf } from './moment.js'

/** An audit of the series, and where its commit stands in the branch. */
export interface Watched {
  readonly index: number
  readonly ids: ReadonlySet<string>
}

export interface Search {
  /** The branch, oldest first. */
  readonly commits: readonly Commit[]
  /** Whether the first of them is where the project began, and not where the clone was cut off. */
  readonly whole: boolean
  /** The series, oldest first; the last is the report's own. */
  readonly watched: readonly Watched[]
  record(commit: string): Promise<Result<AuditRecord, string>>
  /** Whether one more commit may be audited. */
  readonly mayGoOn: () => boolean
}

/**
 * Since when each finding of the last audit has stood, without a break. Between the audit that had it first and the one
 * before, the branch is halved until one commit is left; findings that came together are looked for together.
 */
export async function originsOf(search: Search): Promise<readonly Origin[]> {
  const { commits, watched } = search
  const last = watched.at(-1)
  const newest = last && commits[last.index]
  if (last === undefined || newest === undefined) return []
  const origins: Origin[] = []
  const tell = (ids: readonly string[], commit: Commit, known: Origin['known']) => {
    const since = momentOf(commit)
    const days = daysBetween(since, momentOf(newest))
    for (const id of ids) origins.push({ id, since, subject: commit.subject, known, days })
  }
  for (const [position, ids] of byArrival(watched, last.ids)) {
    const high = watched[position]?.index ?? last.index
    const low = position === 0 ? -1 : (watched[position - 1]?.index ?? -1)
    if (position > 0 || (search.whole && high === 0)) await halve(search, ids, low, high, tell)
    else tell(ids, commits[high] ?? newest, 'before')
  }
  return origins.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The position of the audit since which each finding is there, with the findings that came by it. */
function byArrival(watched: readonly Watched[], standing: ReadonlySet<string>): ReadonlyMap<number, readonly string[]> {
  const arrivals = new Map<number, string[]>()
  for (const id of standing) {
    let position = watched.length - 1
    while (position > 0 && watched[position - 1]?.ids.has(id)) position -= 1
    arrivals.set(position, [...(arrivals.get(position) ?? []), id])
  }
  return arrivals
}

/** The commit `high` has all of the findings, `low` has none of them (-1: before the first commit). */
async function halve(
  search: Search,
  ids: readonly string[],
  low: number,
  high: number,
  tell: (ids: readonly string[], commit: Commit, known: Origin['known']) => void,
): Promise<void> {
  const at = search.commits[high]
  if (ids.length === 0 || at === undefined) return
  if (high - low <= 1) return tell(ids, at, 'commit')
  const middle = low + Math.floor((high - low) / 2)
  const commit = search.commits[middle]
  const result = commit && search.mayGoOn() ? await search.record(commit.commit) : undefined
  if (!result?.ok) return tell(ids, at, 'range')
  const there = new Set(result.value.findings.map(({ id }) => id))
  await halve(
    search,
    ids.filter((id) => there.has(id)),
    low,
    middle,
    tell,
  )
  await halve(
    search,
    ids.filter((id) => !there.has(id)),
    middle,
    high,
    tell,
  )
}
