import type { Constant } from '../model/constant.js'
import type { ChangeHistory, CodeCommits } from '../model/cost.js'
import type { CostSettings } from '../model/options.js'
import { contractShare, pointsTouched, repositoryRate } from './changes.js'
import { constants, defaultCostSettings } from './constants.js'
import { minutesPerPoint, minutesPerRevision } from './rates.js'
import { cents } from './rounding.js'

const configured = 'configured'
const arithmetic = 'follows from the others'

/** Every number that the figures of one report stand on: those of the model, as configured, and what follows from them. */
export function constantsInForce(settings: CostSettings, history: ChangeHistory): Readonly<Record<string, Constant>> {
  const { calibration, hoursPerDay, offsetMinutes, revisionRatio, rate, currency = 'of money' } = settings
  const set = (constant: Constant, value: number, usual: number): Constant =>
    value === usual ? { ...constant, value: cents(value) } : { ...constant, value: cents(value), source: configured }
  const usual = defaultCostSettings
  return {
    ...constants,
    calibrationDays: set(constants.calibrationDays, calibration.days, usual.calibration.days),
    calibrationEndpoints: set(constants.calibrationEndpoints, calibration.endpoints, usual.calibration.endpoints),
    hoursPerDay: set(constants.hoursPerDay, hoursPerDay, usual.hoursPerDay),
    offsetMinutes: set(constants.offsetMinutes, offsetMinutes, usual.offsetMinutes),
    revisionRatio: set(constants.revisionRatio, revisionRatio, usual.revisionRatio),
    minutesPerPoint: {
      value: cents(minutesPerPoint(settings)),
      unit: 'minutes',
      means: 'to write one documentation point: the calibration, without the minutes an operation takes by itself',
      source: arithmetic,
    },
    minutesPerRevision: {
      value: cents(minutesPerRevision(settings)),
      unit: 'minutes',
      means: 'to revise one documentation point',
      source: arithmetic,
    },
    repositoryRate: {
      value: fine(repositoryRate(history)),
      unit: 'changes a month',
      means: 'how often the contract of an endpoint of this repository changes',
      source:
        history.unknown === undefined
          ? `${cents(history.changes)} changes seen in ${cents(history.months)} endpoint-months, drawn toward the prior`
          : `the prior alone: ${history.unknown}`,
    },
    ...(history.code === undefined ? {} : { contractShare: shareInForce(history.code) }),
    pointsTouched: {
      value: pointsTouched(history),
      unit: 'points',
      means: 'what a change touches',
      source:
        history.touched.length < constants.enoughChanges.value
          ? constants.usualPointsTouched.source
          : `the median of ${history.touched.length} commits of this repository`,
    },
    ...(rate === undefined
      ? {}
      : { rate: { value: rate, unit: `${currency} an hour`, means: 'what an hour costs', source: configured } }),
  }
}

const shareInForce = (seen: CodeCommits): Constant => ({
  value: fine(contractShare(seen)),
  unit: 'of commits',
  means: 'how often a commit that changes code of an endpoint changes its contract as well',
  source: `${seen.withContract} of ${seen.commits} commits of this repository, drawn toward 3 of 10`,
})

/** A rate a month is small: two decimals would make most of it noise. */
const fine = (value: number): number => Math.round(value * 100_000) / 100_000
