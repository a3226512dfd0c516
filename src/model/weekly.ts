import type { Finding, Severity } from './finding.js'
import type { Coverage, Report } from './report.js'

/** A commit as a trend names it. */
export interface Moment {
  readonly commit: string
  /** The day it was committed, in UTC: `2026-11-23`. */
  readonly date: string
}

/** A finding as a trend remembers it: enough to tell of it after it is gone. */
export type FindingBrief = Pick<
  Finding,
  | 'id'
  | 'cause'
  | 'rule'
  | 'severity'
  | 'project'
  | 'method'
  | 'path'
  | 'part'
  | 'status'
  | 'pointer'
  | 'message'
  | 'minutes'
>

/** How the two sides stood to each other at one commit. */
export interface TrendPoint extends Moment {
  readonly findings: Readonly<Record<Severity, number>>
  readonly causes: number
  readonly endpoints: { readonly documented: number; readonly served: number; readonly matched: number }
  readonly coverage: Coverage
  /** Minutes to mend all drift. */
  readonly mending: number
  readonly debtRatio: number
}

/** A commit of the trend that could not be audited, and why. */
export interface TrendGap extends Moment {
  readonly reason: string
}

/** Since when a finding has stood. */
export interface Origin {
  readonly id: string
  /** The commit that brought it, or the earliest that is known to have it. */
  readonly since: Moment
  /** The first line of that commit's message. */
  readonly subject: string
  /** `commit`: it is not in the commit before. `range`: it came between two audits. `before`: it is older than the trend. */
  readonly known: 'commit' | 'range' | 'before'
  /** Days from then to the commit of the report. */
  readonly days: number
}

/** What one commit brought that still stands. */
export interface Brought {
  readonly since: Moment
  readonly subject: string
  readonly findings: number
  /** To mend all of it. */
  readonly minutes: number
}

/** What has stood for so long, and what mending it takes. */
export interface AgeBand {
  /** Whole days, both counted in; null where there is no end. */
  readonly from: number
  readonly until: number | null
  readonly findings: number
  readonly minutes: number
}

/** What the findings in files of one owner come to. */
export interface OwnerShare {
  /** As CODEOWNERS names them, in its order; empty where nobody owns the file. */
  readonly owners: readonly string[]
  readonly findings: Readonly<Record<Severity, number>>
  readonly minutes: number
}

/** What a series keeps of one audit. */
export interface AuditRecord {
  readonly figures: Omit<TrendPoint, keyof Moment>
  readonly findings: readonly FindingBrief[]
}

/** What a series of audits adds to the report of its last commit. */
export interface Weekly {
  readonly now: Moment
  /** The audit before, which the report is held against; null in the first report. */
  readonly before: Moment | null
  /** Ids of findings that the audit before did not have, and of those that it had. */
  readonly fresh: readonly string[]
  readonly stayed: readonly string[]
  readonly mended: readonly FindingBrief[]
  /** Oldest first; the last is the report's own. */
  readonly points: readonly TrendPoint[]
  readonly gaps: readonly TrendGap[]
  readonly origins: readonly Origin[]
  /** The commits whose drift still stands, dearest first. */
  readonly brought: readonly Brought[]
  /** What still stands by its age, youngest first; what is older than the record counts as old as the record. */
  readonly ages: readonly AgeBand[]
  /** Dearest first; absent where the repository has no CODEOWNERS. */
  readonly owners?: readonly OwnerShare[]
}

/** What `tattletype report --format json` prints, version 1: public interface. */
export interface WeeklyReport extends Weekly {
  readonly version: 1
  readonly report: Report
}
