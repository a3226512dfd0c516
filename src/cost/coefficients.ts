import type { UnpricedFinding } from '../model/cost.js'
import type { CostSettings } from '../model/options.js'
import { constants } from './constants.js'
import { minutesPerRevision } from './rates.js'

/** Rules whose finding is the whole endpoint: their price already holds opening the document. */
export const wholeEndpointRules: ReadonlySet<string> = new Set([
  'undocumented-endpoint',
  'unimplemented-endpoint',
  'moved-endpoint',
])

const keywordRules: ReadonlySet<string> = new Set([
  'required-mismatch',
  'nullable-mismatch',
  'format-mismatch',
  'constraint-mismatch',
  'media-type-mismatch',
  'deprecation-mismatch',
  'invalid-document',
])

/**
 * Minutes to mend one finding, without opening the document. An undocumented endpoint has to be written whole; what is
 * not a matter of one keyword is one point to revise.
 */
export function coefficient(finding: UnpricedFinding, creation: number, settings: CostSettings): number {
  const { rule, values = 1 } = finding
  if (rule === 'undocumented-endpoint') return creation
  if (wholeEndpointRules.has(rule)) return constants.minutesToOpen.value
  if (rule === 'enum-mismatch') return constants.minutesPerKeyword.value + constants.minutesPerEnumValue.value * values
  if (rule === 'security-mismatch') return constants.minutesPerSecurity.value
  return keywordRules.has(rule) || isRename(finding) ? constants.minutesPerKeyword.value : minutesPerRevision(settings)
}

/** Endpoints match by the places of their path parameters, so that one on a single side only is one with another name. */
function isRename({ rule, part }: UnpricedFinding): boolean {
  return rule === 'undocumented-parameter' && part === 'path'
}
