import type { CostSettings } from '../model/options.js'
import type { CostSummary, EndpointCost } from '../model/report.js'
import { costModelVersion, gradeLimits } from './constants.js'
import { constantsOf } from './rates.js'
import { cents } from './rounding.js'

/** The grade of a debt ratio (what mending costs over what writing the document cost). */
export function gradeOf(debtRatio: number): CostSummary['grade'] {
  return gradeLimits.find(({ limit }) => debtRatio <= limit)?.grade ?? 'E'
}

/** The whole bill: what the document cost to write, and what its drift costs to mend. */
export function summarise(written: readonly EndpointCost[], mending: number, settings: CostSettings): CostSummary {
  const points = written.reduce((sum, cost) => sum + cost.points, 0)
  const creation = written.reduce((sum, cost) => sum + cost.creation, 0)
  const debtRatio = creation > 0 ? mending / creation : mending > 0 ? 1 : 0
  return {
    model: costModelVersion,
    points: cents(points),
    creation: cents(creation),
    mending: cents(mending),
    days: cents(creation / 60 / settings.hoursPerDay),
    debtRatio: Math.round(debtRatio * 10_000) / 10_000,
    grade: gradeOf(debtRatio),
    constants: constantsOf(settings),
  }
}
