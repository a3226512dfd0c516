import { endpointName } from '../../model/endpoint-name.js'
import type { Finding, Severity } from '../../model/finding.js'
import type { EndpointReport, Report } from '../../model/report.js'
import type { Origin, Weekly } from '../../model/weekly.js'
import type { ReporterContext } from '../reporter.js'

/** What every part of the page asks for. */
export interface View {
  readonly report: Report
  readonly weekly: Weekly | undefined
  readonly documents: string
  readonly hoursPerDay: number
  /** The lines of a file that can still be read. */
  readonly linesOf: (file: string) => readonly string[] | undefined
  readonly originOf: (finding: Finding) => Origin | undefined
  readonly isFresh: (finding: Finding) => boolean
  readonly amountsOf: (endpoint: EndpointReport) => Readonly<Record<Severity, number>>
}

export function viewOf(report: Report, { readSource, weekly }: ReporterContext): View {
  const files = new Map<string, readonly string[] | undefined>()
  const origins = new Map(weekly?.origins.map((origin) => [origin.id, origin]))
  const fresh = new Set(weekly?.before === null ? [] : weekly?.fresh)
  const amounts = new Map<string, Record<Severity, number>>()
  for (const finding of report.findings) {
    const key = endpointName(finding)
    const known = amounts.get(key) ?? { error: 0, warning: 0, info: 0 }
    known[finding.severity] += 1
    amounts.set(key, known)
  }
  return {
    report,
    weekly,
    documents: report.spec.map(({ file }) => file).join(', '),
    hoursPerDay: report.summary.cost.constants.hoursPerDay ?? 8,
    linesOf(file) {
      if (!files.has(file)) files.set(file, readSource(file)?.split(/\r\n|\n|\r/))
      return files.get(file)
    },
    originOf: ({ id }) => origins.get(id),
    isFresh: ({ id }) => fresh.has(id),
    amountsOf: (endpoint) => amounts.get(endpointName(endpoint)) ?? { error: 0, warning: 0, info: 0 },
  }
}
