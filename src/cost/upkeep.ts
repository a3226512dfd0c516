import type { CostSettings } from '../model/options.js'
import type { Range } from '../model/report.js'
import { type ChangeRate, expectedRate } from './changes.js'
import { constants } from './constants.js'
import { countQuantile } from './negative-binomial.js'
import { minutesPerRevision } from './rates.js'

const monthsAYear = 12

/**
 * Minutes a year that an endpoint's documentation takes to keep in step. Expected: twelve months of its rate. Low and high: the
 * 10th and 90th percentile of how often it will change within a year, by the fewest and the most points a change touches.
 */
export function upkeepMinutes(changes: ChangeRate, touched: number, settings: CostSettings): Range {
  const minutesAChange = (points: number) => constants.minutesToOpen.value + minutesPerRevision(settings) * points
  const within = (share: number) => countQuantile(share, changes.shape, changes.rate, monthsAYear)
  const expected = monthsAYear * expectedRate(changes) * minutesAChange(touched)
  return {
    low: Math.min(expected, within(0.1) * minutesAChange(constants.fewestPointsTouched.value)),
    expected,
    // Where nine years in ten see no change at all, the tenth still counts in what is expected.
    high: Math.max(expected, within(0.9) * minutesAChange(constants.mostPointsTouched.value)),
  }
}

/** A total with the spread by which totals were off when they were held against what came later. */
export function totalRange(expected: number): Range {
  return { low: expected / constants.totalSpread.value, expected, high: expected * constants.totalSpread.value }
}
