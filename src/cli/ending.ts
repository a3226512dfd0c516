import type { OverBaseline } from '../model/baseline.js'
import type { Demands } from '../model/demands.js'
import type { Report } from '../model/report.js'
import type { RoutesListing } from '../model/routes.js'
import type { UserError } from '../model/user-error.js'
import { overFaults } from './baselined.js'
import { exit } from './exit.js'
import { verdictOf } from './gate.js'

/** How a run ends. */
export interface Ending {
  readonly code: number
  /** What fails it beside the findings. */
  readonly mistakes: readonly UserError[]
}

/**
 * In: what is told, what it is held to, places of documents that could not be read, what of the baseline is over, and
 * where it is known, what of the code could not be followed.
 */
export function endingOf(
  report: Report,
  demands: Demands,
  faults: readonly UserError[],
  over: OverBaseline,
  unresolved: RoutesListing['unresolved'] = [],
): Ending {
  const verdict = verdictOf(report, demands, { faults, unresolved })
  const beside = overFaults(over)
  const code = verdict.code === exit.clean && beside.length > 0 ? exit.drift : verdict.code
  return { code, mistakes: [...verdict.reasons.map((message) => ({ message })), ...beside] }
}
