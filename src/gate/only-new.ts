import { withFindings } from '../model/project-report.js'
import type { Report } from '../model/report.js'

/** Findings that a reader has seen before. */
export interface Known {
  /** How a person calls that knowledge: `main (1a2b3c4)`, `the baseline`. */
  readonly name: string
  readonly ids: ReadonlySet<string>
  /** How many of them are gone. */
  readonly mended: number
}

/**
 * A report without what was known before, and how much that is. What the drift costs stays that of the whole: leaving a
 * finding out does not mend it.
 */
export function onlyNew(report: Report, { name, ids, mended }: Known): Report {
  const findings = report.findings.filter(({ id }) => !ids.has(id))
  const before = report.since
  return {
    ...withFindings(report, findings),
    since: {
      name: before === undefined ? name : `${before.name} and ${name}`,
      standing: (before?.standing ?? 0) + report.findings.length - findings.length,
      mended: (before?.mended ?? 0) + mended,
    },
  }
}
