import type { Report } from '../model/report.js'

/** One known finding: what it is for a machine, what it is for a person, and what the team has to say about it. */
export interface BaselineEntry {
  /** The fingerprint of the finding. */
  readonly id: string
  readonly rule: string
  /** The project that it is of, where several are audited. */
  readonly project?: string
  /** The element, as a person reads it: `GET /pets response 200 /name`. */
  readonly at: string
  readonly reason?: string
  readonly owner?: string
  /** The last day on which the finding is put up with: `2026-12-31`. */
  readonly expires?: string
}

/** What a baseline says of a report. */
export interface BaselineVerdict {
  /** The ids that are put up with. */
  readonly known: ReadonlySet<string>
  /** Entries whose finding is gone. */
  readonly stale: readonly BaselineEntry[]
  /** Entries whose day is over. */
  readonly expired: readonly BaselineEntry[]
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
export function judgeBaseline(entries: readonly BaselineEntry[], report: Report, today: string): BaselineVerdict {
  const now = new Set(report.findings.map(({ id }) => id))
  const [stale, standing] = [entries.filter(({ id }) => !now.has(id)), entries.filter(({ id }) => now.has(id))]
  const isOver = ({ expires }: BaselineEntry) => expires !== undefined && expires < today
  return {
    known: new Set(standing.filter((entry) => !isOver(entry)).map(({ id }) => id)),
    stale,
    expired: standing.filter(isOver),
  }
}
