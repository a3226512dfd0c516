import type { Report } from '../model/report.js'
import type { AuditRecord } from '../model/weekly.js'

/** What a series keeps of a report: its figures, and its findings without their places, proofs and words of advice. */
export function recordOf({ summary, findings }: Report): AuditRecord {
  const { documented, served, matched } = summary.endpoints
  return {
    figures: {
      findings: summary.findings,
      causes: summary.causes,
      endpoints: { documented, served, matched },
      coverage: summary.coverage,
      mending: summary.cost.mending,
      debtRatio: summary.cost.debtRatio,
    },
    findings: findings.map(
      ({ id, cause, rule, severity, project, method, path, part, status, pointer, message, minutes }) => {
        const of = project === undefined ? {} : { project }
        return { id, cause, rule, severity, ...of, method, path, part, status, pointer, message, minutes }
      },
    ),
  }
}
