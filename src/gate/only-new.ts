import type { Finding } from '../model/finding.js'
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
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  const before = report.since
  return {
    ...report,
    summary: {
      ...report.summary,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      causes: new Set(findings.map(({ cause }) => cause)).size,
    },
    since: {
      name: before === undefined ? name : `${before.name} and ${name}`,
      standing: (before?.standing ?? 0) + report.findings.length - findings.length,
      mended: (before?.mended ?? 0) + mended,
    },
    findings,
  }
}
