import type { Finding } from './finding.js'
import type { Report } from './report.js'

/** The report of one of several projects, as if it had been audited alone; of a report without projects, itself. */
export function reportOfProject(report: Report, name: string): Report {
  const { projects, ...rest } = report
  const project = projects?.find((one) => one.name === name)
  if (project === undefined) return report
  const { spec, code, summary } = project
  const ownOf = <Item extends { readonly project?: string }>(items: readonly Item[]) =>
    items.filter((item) => item.project === name).map(({ project: _, ...item }) => item)
  return {
    ...rest,
    spec,
    code,
    summary,
    endpoints: ownOf(report.endpoints),
    findings: ownOf(report.findings),
    unverifiable: ownOf(report.unverifiable),
  }
}

/** A report with some of its findings, counted anew: for the whole, and for each of several projects. */
export function withFindings(report: Report, findings: readonly Finding[]): Report {
  const { summary, projects } = report
  return {
    ...report,
    summary: { ...summary, ...countsOf(findings) },
    ...(projects === undefined
      ? {}
      : {
          projects: projects.map((project) => {
            const own = findings.filter((finding) => finding.project === project.name)
            return { ...project, summary: { ...project.summary, ...countsOf(own) } }
          }),
        }),
    findings,
  }
}

/** What a summary says of findings. */
export function countsOf(findings: readonly Finding[]): Pick<Report['summary'], 'findings' | 'causes'> {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    causes: new Set(findings.map(({ cause }) => cause)).size,
  }
}
