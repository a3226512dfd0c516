import type { Finding } from '../model/finding.js'
import type { Report } from '../model/report.js'

/**
 * A report without what was known before, with the number of findings that were left out and of those that are gone. What the
 * drift costs stays that of the whole: leaving a finding out does not mend it.
 * In: the ids of the findings that were known, and what a person calls that knowledge.
 */
export function onlyNew(report: Report, known: ReadonlySet<string>, name: string): Report {
  const findings = report.findings.filter(({ id }) => !known.has(id))
  const standing = report.findings.length - findings.length
  const now = new Set(report.findings.map(({ id }) => id))
  const mended = [...known].filter((id) => !now.has(id)).length
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    ...report,
    summary: {
      ...report.summary,
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
      causes: new Set(findings.map(({ cause }) => cause)).size,
    },
    since: { name, standing, mended },
    findings,
  }
}
