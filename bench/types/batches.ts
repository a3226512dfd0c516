import fc from 'fast-check'
import { type Measured, measure } from './measure.js'
import { anyPlan } from './plans/plans.js'

/** One program of generated types; every other one is compiled under `exactOptionalPropertyTypes`. */
export function measureBatch(seed: number, batch: number, types: number): Measured {
  const own = seed * 10_000 + batch
  const plans = fc.sample(anyPlan, { seed: own, numRuns: types })
  return measure(plans, { seed: own, expressions: 4, nearMisses: 6, exactOptional: batch % 2 === 1 })
}
