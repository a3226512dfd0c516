import type { Commit } from '../git/first-parents.js'
import type { Moment } from '../model/weekly.js'

/** A commit with its day in UTC. */
export const momentOf = ({ commit, time }: Pick<Commit, 'commit' | 'time'>): Moment => ({
  commit,
  date: new Date(time * 1000).toISOString().slice(0, 10),
})

/** Whole days between the days of two commits; none where the clock went backwards. */
export const daysBetween = (from: Moment, to: Moment): number =>
  Math.max(0, Math.round((Date.parse(to.date) - Date.parse(from.date)) / 86_400_000))
