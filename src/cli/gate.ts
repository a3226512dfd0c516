import type { Settings } from '../config/config.js'
import type { Report } from '../model/report.js'
import type { RoutesListing } from '../model/routes.js'
import type { UserError } from '../model/user-error.js'
import { exit } from './exit.js'

/** How a run ends, and in words why where the report itself does not show it. */
export interface Verdict {
  readonly code: number
  readonly reason?: string
}

const ranks = { info: 0, warning: 1, error: 2 } as const

/** Whether a report passes: a run that matched nothing or could not read the whole document has failed, drift or too little coverage has not passed. */
export function verdictOf(
  report: Report,
  { failOn, minCoverage }: Pick<Settings, 'failOn' | 'minCoverage'>,
  faults: readonly UserError[] = [],
): Verdict {
  const nothing = unmatched(report)
  if (nothing !== null) return { code: exit.failed, reason: nothing }
  const told = failOn === 'never' ? [] : faults.filter((fault) => isTold(fault, report, ranks[failOn]))
  if (told.length > 0) return { code: exit.failed }
  const { verified, elements } = report.summary.coverage
  const share = elements === 0 ? 0 : (verified / elements) * 100
  if (minCoverage !== undefined && share < minCoverage) {
    const reason = `only ${share.toFixed(1)} % of the documented elements could be verified, less than the ${minCoverage} % of --min-coverage`
    return { code: exit.drift, reason }
  }
  if (failOn === 'never') return { code: exit.clean }
  return { code: report.findings.some(({ severity }) => ranks[severity] >= ranks[failOn]) ? exit.drift : exit.clean }
}

/** Whether a fault of the document stands in the report as something that fails the run; its rule may be set lower. */
const isTold = ({ file, line, column }: UserError, { findings }: Report, rank: number): boolean =>
  findings.some(
    ({ spec, severity }) =>
      spec !== null && spec.file === file && spec.line === line && spec.column === column && ranks[severity] >= rank,
  )

/** Why there is nothing to report, if so: one of the sides has no endpoint at all. */
export function emptySide(report: Report, { unresolved }: Pick<RoutesListing, 'unresolved'>): string | null {
  const { documented, served } = report.summary.endpoints
  if (documented === 0) return `nothing was compared: ${namesOf(report).document} describes no operation`
  if (served > 0) return null
  return `nothing was compared: no route was found in ${namesOf(report).project}${notFollowed(unresolved)}`
}

function unmatched(report: Report): string | null {
  const { documented, served, matched } = report.summary.endpoints
  if (matched > 0) return null
  return `nothing was compared: none of the ${documented} documented operations is among the ${served} routes of ${namesOf(report).project}. Do they belong together, or is a "prefix" missing in the configuration?`
}

const namesOf = ({ spec, code }: Report) => ({
  document: spec.map(({ file }) => file).join(', '),
  project: code.map((side) => ('document' in side ? side.document : side.project)).join(', '),
})

function notFollowed([first, ...others]: RoutesListing['unresolved']): string {
  if (first === undefined) return ''
  const more = others.length === 0 ? '' : ` "tattletype routes" lists ${others.length} more.`
  return `; ${first.file}:${first.line}:${first.column} could not be followed: ${first.reason}.${more}`
}
