import type { Finding } from '../model/finding.js'
import { wholeEndpointRules } from './coefficients.js'
import { constants } from './constants.js'

/** Minutes to mend all findings of one endpoint: opening the document once, and never more than writing it anew. */
export function mendingMinutes(findings: readonly Finding[], creation: number): number {
  const opening = findings.some(({ rule }) => !wholeEndpointRules.has(rule)) ? constants.minutesToOpen.value : 0
  const sum = findings.reduce((total, { minutes }) => total + minutes, opening)
  return Math.min(creation, sum)
}
