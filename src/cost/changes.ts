import type { ChangeHistory, EndpointChanges } from '../model/cost.js'
import { priorChanges, priorRate, usualPointsTouched } from './constants.js'

/** What is known of how often an endpoint changes: a Gamma distribution of its rate, in changes a month. */
export interface ChangeRate {
  readonly shape: number
  /** Months. */
  readonly rate: number
}

/**
 * Changes a month of the usual endpoint of this repository: what was seen, drawn toward the prior as if that had been seen in
 * two changes.
 */
export function repositoryRate({ changes, months }: Pick<ChangeHistory, 'changes' | 'months'>): number {
  return (priorChanges + changes) / (priorChanges / priorRate + months)
}

/** The rate of one endpoint: what was seen of it, drawn toward its repository's as if that had been seen in one change. */
export function endpointRate({ changes, months }: EndpointChanges, repository: number): ChangeRate {
  return { shape: 1 + changes, rate: 1 / repository + months }
}

export const expectedRate = ({ shape, rate }: ChangeRate): number => shape / rate

/** Changes that have to be known before their size is believed: fewer would make the median a matter of luck. */
const enoughChanges = 20

/** Documentation points that a change touches: the repository's own median once enough changes are known. */
export function pointsTouched({ touched }: Pick<ChangeHistory, 'touched'>): number {
  if (touched.length < enoughChanges) return usualPointsTouched
  const sorted = [...touched].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [upper = usualPointsTouched, lower = upper] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2
}
