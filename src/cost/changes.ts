import type { ChangeHistory, CodeCommits, EndpointChanges } from '../model/cost.js'
import { constants } from './constants.js'

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
  return (constants.priorChanges.value + changes) / (constants.priorChanges.value / constants.priorRate.value + months)
}

/** The rate of one endpoint: what was seen of it, drawn toward its repository's as if that had been seen in one change. */
export function endpointRate({ changes, months }: EndpointChanges, repository: number): ChangeRate {
  const own = constants.ownChanges.value
  return { shape: own + changes, rate: own / repository + months }
}

export const expectedRate = ({ shape, rate }: ChangeRate): number => shape / rate

/**
 * How often a commit that changes the code of an endpoint changes its contract as well: what was seen of those that are
 * documented, drawn toward the prior as if that had been seen in ten commits.
 */
export function contractShare({ commits, withContract }: CodeCommits): number {
  const { priorContractCommits: changed, priorCodeCommits: all } = constants
  return (changed.value + withContract) / (all.value + commits)
}

/** Documentation points that a change touches: the repository's own median once enough changes are known. */
export function pointsTouched({ touched }: Pick<ChangeHistory, 'touched'>): number {
  if (touched.length < constants.enoughChanges.value) return constants.usualPointsTouched.value
  const sorted = [...touched].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [upper = constants.usualPointsTouched.value, lower = upper] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2
}
