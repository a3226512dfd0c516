import type { BaselineEntry } from '../model/baseline.js'
import type { Report } from '../model/report.js'

/** What a baseline says of a report. */
export interface BaselineVerdict<Entry extends BaselineEntry> {
  /** The ids that are put up with. */
  readonly known: ReadonlySet<string>
  /** Entries whose finding is gone. */
  readonly stale: readonly Entry[]
  /** Entries whose day is over. */
  readonly expired: readonly Entry[]
}

/** The findings of a report as entries, those of before with what was said of them. */
export function entriesOf({ findings }: Report, before: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  return findings.map(({ id, rule, project, method, path, part, status, pointer }) => {
    const at = [method, path, part, status, pointer].filter((word) => word !== null && word !== '').join(' ')
    return { ...known.get(id), id, rule, ...(project === undefined ? {} : { project }), at }
  })
}

/** In: the day of the run, as `2026-11-23`. */
export function judgeBaseline<Entry extends BaselineEntry>(
  entries: readonly Entry[],
  report: Report,
  today: string,
): BaselineVerdict<Entry> {
  const now = new Set(report.findings.map(({ id }) => id))
  const [stale, standing] = [entries.filter(({ id }) => !now.has(id)), entries.filter(({ id }) => now.has(id))]
  const isOver = ({ expires }: BaselineEntry) => expires !== undefined && expires < today
  return {
    known: new Set(standing.filter((entry) => !isOver(entry)).map(({ id }) => id)),
    stale,
    expired: standing.filter(isOver),
  }
}
