import type { ChangeHistory } from '../model/cost.js'
import type { CostSettings } from '../model/options.js'
import type { CostSummary, EndpointCost, Money } from '../model/report.js'
import { constants, costModelVersion, gradeLimits } from './constants.js'
import { constantsInForce } from './in-force.js'
import { cents, roundedRange } from './rounding.js'
import { totalRange } from './upkeep.js'

/** The grade of a debt ratio (what mending costs over what writing the document cost). */
export function gradeOf(debtRatio: number): CostSummary['grade'] {
  return gradeLimits.find(({ limit }) => debtRatio <= limit)?.grade ?? 'E'
}

/** What mending costs over what writing cost, to four decimals. */
export function debtOf(mending: number, creation: number): number {
  const ratio = creation > 0 ? mending / creation : mending > 0 ? 1 : 0
  return Math.round(ratio * 10_000) / 10_000
}

/**
 * The whole bill: what the document cost to write, what it takes a year to keep in step, and what its drift costs to mend.
 * Only documented endpoints count in the first two.
 */
export function summarise(
  written: readonly EndpointCost[],
  mending: number,
  history: ChangeHistory,
  settings: CostSettings,
): CostSummary {
  const sum = (of: (cost: EndpointCost) => number) => written.reduce((total, cost) => total + of(cost), 0)
  const creation = sum((cost) => cost.creation)
  const upkeep = sum((cost) => cost.upkeep.expected)
  const debtRatio = debtOf(mending, creation)
  const inForce = constantsInForce(settings, history)
  const money = moneyOf({ creation, upkeep, mending }, settings)
  return {
    model: costModelVersion,
    points: cents(sum((cost) => cost.points)),
    creation: roundedRange({
      low: Math.min(creation, written.length * constants.creationLow.value),
      expected: creation,
      high: Math.max(creation, written.length * constants.creationHigh.value),
    }),
    upkeep: roundedRange(totalRange(upkeep)),
    mending: cents(mending),
    days: cents(creation / 60 / settings.hoursPerDay),
    debtRatio,
    grade: gradeOf(debtRatio),
    changes: cents(history.changes),
    months: cents(history.months),
    ...(history.unknown === undefined ? {} : { unknown: history.unknown }),
    ...(money === undefined ? {} : { money }),
    constants: Object.fromEntries(Object.entries(inForce).map(([name, { value }]) => [name, value])),
    sources: Object.fromEntries(
      Object.entries(inForce).map(([name, { unit, means, source }]) => [name, { unit, means, source }]),
    ),
  }
}

type Minutes = Pick<Money, 'creation' | 'upkeep' | 'mending'>

function moneyOf({ creation, upkeep, mending }: Minutes, { rate, currency }: CostSettings): Money | undefined {
  if (rate === undefined || currency === undefined) return undefined
  const price = (minutes: number) => cents((minutes / 60) * rate)
  return { currency, creation: price(creation), upkeep: price(upkeep), mending: price(mending) }
}
