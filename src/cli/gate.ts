import type { Settings } from '../config/config.js'
import type { Report } from '../model/report.js'
import { exit } from './exit.js'

/** How a run ends, and in words why where the report itself does not show it. */
export interface Verdict {
  readonly code: number
  readonly reason?: string
}

const ranks = { info: 0, warning: 1, error: 2 } as const

/** Whether a report passes: a run that compared nothing has failed, drift or too little coverage has not passed. */
export function verdictOf(report: Report, { failOn, minCoverage }: Pick<Settings, 'failOn' | 'minCoverage'>): Verdict {
  const nothing = comparedNothing(report)
  if (nothing !== null) return { code: exit.failed, reason: nothing }
  const { verified, elements } = report.summary.coverage
  const share = elements === 0 ? 0 : (verified / elements) * 100
  if (minCoverage !== undefined && share < minCoverage) {
    const reason = `only ${share.toFixed(1)} % of the documented elements could be verified, less than the ${minCoverage} % of --min-coverage`
    return { code: exit.drift, reason }
  }
  if (failOn === 'never') return { code: exit.clean }
  return { code: report.findings.some(({ severity }) => ranks[severity] >= ranks[failOn]) ? exit.drift : exit.clean }
}

function comparedNothing({ summary, spec, code }: Report): string | null {
  const { documented, served, matched } = summary.endpoints
  const document = spec.map(({ file }) => file).join(', ')
  const project = code.map((side) => ('document' in side ? side.document : side.project)).join(', ')
  if (documented === 0) return `nothing was compared: ${document} describes no operation`
  if (served === 0)
    return `nothing was compared: no route was found in ${project}. "tattletype routes" shows what was tried`
  if (matched > 0) return null
  return `nothing was compared: none of the ${documented} documented operations is among the ${served} routes of ${project}. Do they belong together, or is a "prefix" missing in the configuration?`
}
