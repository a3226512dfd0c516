import type { CostSettings } from '../model/options.js'
import { constants } from './constants.js'

/** Minutes to write one documentation point, so that the calibration's endpoints cost exactly the calibration's days. */
export function minutesPerPoint(settings: CostSettings): number {
  const { days, endpoints } = settings.calibration
  const minutesPerEndpoint = (days * settings.hoursPerDay * 60) / endpoints
  return Math.max(0, (minutesPerEndpoint - settings.offsetMinutes) / constants.pointsPerEndpoint.value)
}

/** Minutes to revise one documentation point. */
export function minutesPerRevision(settings: CostSettings): number {
  return settings.revisionRatio * minutesPerPoint(settings)
}

/** Minutes to write an endpoint of so many points from nothing. */
export function creationMinutes(points: number, settings: CostSettings): number {
  return settings.offsetMinutes + minutesPerPoint(settings) * points
}
