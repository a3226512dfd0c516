import type { UnpricedFinding } from '../model/cost.js'
import type { Finding } from '../model/finding.js'
import type { CostSettings } from '../model/options.js'
import { coefficient } from './coefficients.js'

/** Adds to each finding what mending it takes, given what writing its endpoint would take. */
export function priceFindings(
  findings: readonly UnpricedFinding[],
  creationOf: (finding: UnpricedFinding) => number,
  settings: CostSettings,
): Finding[] {
  return findings.map((unpriced) => {
    const { values: _, ...finding } = unpriced
    return { ...finding, minutes: coefficient(unpriced, creationOf(unpriced), settings) }
  })
}
