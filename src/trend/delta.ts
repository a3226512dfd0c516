import type { FindingBrief, Weekly } from '../model/weekly.js'

/** What came, what went and what stayed from one audit to the next; everything is new where there was none before. */
export function deltaOf(
  before: readonly FindingBrief[] | undefined,
  now: readonly FindingBrief[],
): Pick<Weekly, 'fresh' | 'stayed' | 'mended'> {
  const had = new Set(before?.map(({ id }) => id))
  const has = new Set(now.map(({ id }) => id))
  return {
    fresh: [...has].filter((id) => !had.has(id)),
    stayed: [...has].filter((id) => had.has(id)),
    mended: (before ?? []).filter(({ id }) => !has.has(id)),
  }
}
