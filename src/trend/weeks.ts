import type { Commit } from '../git/first-parents.js'

const day = 24 * 60 * 60
const week = 7 * day
/** 1970 began on a Thursday: the first Monday of its count. */
const monday = 4 * day

const weekOf = ({ time }: Pick<Commit, 'time'>): number => Math.floor((time - monday) / week)

/**
 * The last commit of each of so many calendar weeks (Monday to Sunday, UTC), the week of the newest commit the last of them. A
 * week without a commit has none of its own.
 * In: commits, oldest first. Clocks that go wrong are forgiven: the newest commit that is not after its week counts.
 */
export function lastOfWeeks(commits: readonly Commit[], weeks: number): readonly Commit[] {
  const newest = commits.at(-1)
  if (newest === undefined) return []
  const last = weekOf(newest)
  const byWeek = new Map<number, Commit>()
  for (const commit of commits) {
    const own = Math.min(weekOf(commit), last)
    if (own > last - weeks) byWeek.set(own, commit)
  }
  const found = [...byWeek].sort(([a], [b]) => a - b).map(([, commit]) => commit)
  return [...new Set([...found.filter((commit) => commit !== newest), newest])]
}
