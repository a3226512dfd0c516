import type { Demands, Limits } from '../model/demands.js'
import { reportOfProject } from '../model/project-report.js'
import type { Report } from '../model/report.js'
import type { RoutesListing } from '../model/routes.js'
import type { UserError } from '../model/user-error.js'
import { exit } from './exit.js'
import { nothingMatched } from './nothing-matched.js'

/** How a run ends, and in words why where the report itself does not show it. */
export interface Verdict {
  readonly code: number
  readonly reasons: readonly string[]
}

/** What a report does not hold: places of documents that could not be read, and of the code that could not be followed. */
interface Beside {
  readonly faults?: readonly UserError[]
  readonly unresolved?: RoutesListing['unresolved']
}

const ranks = { info: 0, warning: 1, error: 2 } as const

/**
 * Whether a report passes: a run that matched nothing or could not read the whole document has failed, drift or too little
 * coverage has not passed. Several projects are each held to their own settings, and the worst of them decides.
 */
export function verdictOf(
  report: Report,
  { settings, projects }: Demands,
  { faults = [], unresolved = [] }: Beside = {},
): Verdict {
  if (report.projects === undefined) return verdictOfOne(report, settings, { faults, unresolved })
  const verdicts = report.projects.map(({ name }) => {
    const own = projects?.find((project) => project.name === name)?.settings ?? settings
    const beside = { faults, unresolved: unresolved.filter(({ project }) => project === name) }
    const { code, reasons } = verdictOfOne(reportOfProject(report, name), own, beside)
    return { code, reasons: reasons.map((reason) => `project "${name}": ${reason}`) }
  })
  return {
    code: Math.max(exit.clean, ...verdicts.map(({ code }) => code)),
    reasons: verdicts.flatMap(({ reasons }) => reasons),
  }
}

function verdictOfOne(
  report: Report,
  { failOn, minCoverage }: Limits,
  { faults, unresolved }: Required<Beside>,
): Verdict {
  if (report.summary.endpoints.matched === 0)
    return { code: exit.failed, reasons: [nothingMatched(report, unresolved)] }
  const told = failOn === 'never' ? [] : faults.filter((fault) => isTold(fault, report, ranks[failOn]))
  if (told.length > 0) return { code: exit.failed, reasons: [] }
  const { verified, elements } = report.summary.coverage
  const share = elements === 0 ? 0 : (verified / elements) * 100
  if (minCoverage !== undefined && share < minCoverage) {
    const reason = `only ${share.toFixed(1)} % of the documented elements could be verified, less than the ${minCoverage} % of --min-coverage`
    return { code: exit.drift, reasons: [reason] }
  }
  if (failOn === 'never') return { code: exit.clean, reasons: [] }
  const drifts = report.findings.some(({ severity }) => ranks[severity] >= ranks[failOn])
  return { code: drifts ? exit.drift : exit.clean, reasons: [] }
}

/** Whether a fault of the document stands in the report as something that fails the run; its rule may be set lower. */
const isTold = ({ file, line, column }: UserError, { findings }: Report, rank: number): boolean =>
  findings.some(
    ({ spec, severity }) =>
      spec !== null && spec.file === file && spec.line === line && spec.column === column && ranks[severity] >= rank,
  )

/** Why there is nothing to report, if so: one of the sides has no endpoint at all, be it of one project among several. */
export function emptySide(report: Report, { unresolved }: Pick<RoutesListing, 'unresolved'>): string | null {
  for (const { name } of report.projects ?? []) {
    const own = unresolved.filter(({ project }) => project === name)
    const empty = emptySide(reportOfProject(report, name), { unresolved: own })
    if (empty !== null) return `project "${name}": ${empty}`
  }
  const { documented, served } = report.summary.endpoints
  if (documented === 0) return `nothing was compared: ${namesOf(report).document} describes no operation`
  if (served > 0) return null
  return `nothing was compared: no route was found in ${namesOf(report).project}${notFollowed(unresolved)}`
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
