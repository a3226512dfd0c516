import type { CostSummary, Money } from '../model/report.js'
import { costModelVersion } from './constants.js'
import { cents, roundedRange } from './rounding.js'
import { debtOf, gradeOf } from './summary.js'
import { totalRange } from './upkeep.js'

/** The bills of several projects as one. Of the constants, those that hold for all of them; money, where all count in one currency. */
export function billTogether(bills: readonly CostSummary[]): CostSummary {
  const sum = (of: (bill: CostSummary) => number) => bills.reduce((total, bill) => total + of(bill), 0)
  const creation = sum((bill) => bill.creation.expected)
  const mending = sum((bill) => bill.mending)
  const debtRatio = debtOf(mending, creation)
  const unknown = bills.find((bill) => bill.unknown !== undefined)?.unknown
  const money = moneyTogether(bills.map((bill) => bill.money))
  const constants = shared(bills.map((bill) => bill.constants))
  const isShared = (name: string) => Object.hasOwn(constants, name)
  const [first] = bills
  const sources = Object.entries(first?.sources ?? {}).filter(([name]) => isShared(name))
  return {
    model: costModelVersion,
    points: cents(sum((bill) => bill.points)),
    creation: roundedRange({
      low: sum((bill) => bill.creation.low),
      expected: creation,
      high: sum((bill) => bill.creation.high),
    }),
    upkeep: roundedRange(totalRange(sum((bill) => bill.upkeep.expected))),
    mending: cents(mending),
    days: cents(sum((bill) => bill.days)),
    debtRatio,
    grade: gradeOf(debtRatio),
    changes: cents(sum((bill) => bill.changes)),
    months: cents(sum((bill) => bill.months)),
    ...(unknown === undefined ? {} : { unknown }),
    ...(money === undefined ? {} : { money }),
    constants,
    ...(first?.sources === undefined ? {} : { sources: Object.fromEntries(sources) }),
  }
}

function shared([first = {}, ...others]: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  return Object.fromEntries(Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value)))
}

function moneyTogether(bills: readonly (Money | undefined)[]): Money | undefined {
  const known = bills.filter((bill) => bill !== undefined)
  const [first] = known
  if (first === undefined || known.length < bills.length) return undefined
  if (known.some(({ currency }) => currency !== first.currency)) return undefined
  const sum = (of: (bill: Money) => number) => cents(known.reduce((total, bill) => total + of(bill), 0))
  return {
    currency: first.currency,
    creation: sum((bill) => bill.creation),
    upkeep: sum((bill) => bill.upkeep),
    mending: sum((bill) => bill.mending),
  }
}
