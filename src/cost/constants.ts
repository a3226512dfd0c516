import type { CostSettings } from '../model/options.js'

/** Raised whenever a formula or a constant changes, since figures of two models must not be compared. */
export const costModelVersion = 1

/**
 * What holds where nothing is configured.
 * - 11 days for 34 endpoints: a case study cited by an article on APIs for Gen AI (2026); it publishes no method, hence a
 *   named calibration that can be replaced.
 * - 30 minutes to place, tag and review an operation: an assumption.
 * - 4 pages revised against 8.5 pages written a day: TECHWR-L rule of thumb (1999).
 */
export const defaultCostSettings: CostSettings = {
  calibration: { days: 11, endpoints: 34 },
  hoursPerDay: 8,
  offsetMinutes: 30,
  revisionRatio: 4 / 8.5,
}

/** Documentation points of the usual endpoint: measured over seven public repositories with hand-written documents. */
export const pointsPerEndpoint = 11

/** Minutes to open the document, change it and commit: after the baseline unit of Code Climate. */
export const minutesToOpen = 10

/** Minutes to look up and change one keyword: an assumption, half of what revising a point takes. */
export const minutesPerKeyword = 2.7

/** Minutes for each value that an enum differs by: an assumption. */
export const minutesPerEnumValue = 0.5

/** Minutes to find out who may call an endpoint, and say so: an assumption. */
export const minutesPerSecurity = 10

/** The highest debt ratio of each grade: SonarQube's default rating grid; what is above has the last grade. */
export const gradeLimits = [
  { grade: 'A', limit: 0.05 },
  { grade: 'B', limit: 0.1 },
  { grade: 'C', limit: 0.2 },
  { grade: 'D', limit: 0.5 },
] as const

/** Changes of the contract an endpoint and month, before anything was seen: one in 20 endpoint-months; 0.054 was measured over seven public repositories. */
export const priorRate = 0.05

/** How many changes of its own outweigh the prior: an assumption. */
export const priorChanges = 2

/** Documentation points that a change touches: 2 to 3 were measured over the same repositories, nearly all between 1 and 6. */
export const usualPointsTouched = 2
export const fewestPointsTouched = 1
export const mostPointsTouched = 6

/** The factor by which predicted totals were off, either way, when a prototype was held against five histories. */
export const totalSpread = 3.2

/** The cheapest and the dearest account of writing an endpoint, in minutes: 30 a write (Balkanski 2011), 4 hours a page (Philbrick). */
export const creationBand = { low: 30, high: 240 } as const
