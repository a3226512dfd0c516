import type { CostSettings } from '../model/options.js'
import {
  creationBand,
  fewestPointsTouched,
  minutesPerEnumValue,
  minutesPerKeyword,
  minutesPerSecurity,
  minutesToOpen,
  mostPointsTouched,
  pointsPerEndpoint,
  priorChanges,
  priorRate,
  totalSpread,
} from './constants.js'
import { cents } from './rounding.js'

/** Minutes to write one documentation point, so that the calibration's endpoints cost exactly the calibration's days. */
function minutesPerPoint(settings: CostSettings): number {
  const { days, endpoints } = settings.calibration
  return Math.max(0, ((days * settings.hoursPerDay * 60) / endpoints - settings.offsetMinutes) / pointsPerEndpoint)
}

/** Minutes to revise one documentation point. */
export function minutesPerRevision(settings: CostSettings): number {
  return settings.revisionRatio * minutesPerPoint(settings)
}

/** Minutes to write an endpoint of so many points from nothing. */
export function creationMinutes(points: number, settings: CostSettings): number {
  return settings.offsetMinutes + minutesPerPoint(settings) * points
}

/** Every constant that the figures stand on, by name, for the report. */
export function constantsOf(settings: CostSettings): Readonly<Record<string, number>> {
  return {
    calibrationDays: settings.calibration.days,
    calibrationEndpoints: settings.calibration.endpoints,
    hoursPerDay: settings.hoursPerDay,
    offsetMinutes: settings.offsetMinutes,
    pointsPerEndpoint,
    revisionRatio: cents(settings.revisionRatio),
    minutesPerPoint: cents(minutesPerPoint(settings)),
    minutesPerRevision: cents(minutesPerRevision(settings)),
    minutesToOpen,
    minutesPerKeyword,
    minutesPerEnumValue,
    minutesPerSecurity,
    priorRate,
    priorChanges,
    fewestPointsTouched,
    mostPointsTouched,
    totalSpread,
    creationLow: creationBand.low,
    creationHigh: creationBand.high,
    ...(settings.rate === undefined ? {} : { rate: settings.rate }),
  }
}
