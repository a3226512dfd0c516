import type { CostSettings } from '../model/options.js'
import { minutesPerEnumValue, minutesPerKeyword, minutesPerSecurity, minutesToOpen } from './constants.js'
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
  'path-parameter-name',
])

/**
 * Minutes to mend one finding, without opening the document. An undocumented endpoint has to be written whole; what is
 * not a matter of one keyword is one point to revise.
 */
export function coefficient(rule: string, creation: number, settings: CostSettings, values = 1): number {
  if (rule === 'undocumented-endpoint') return creation
  if (wholeEndpointRules.has(rule)) return minutesToOpen
  if (rule === 'enum-mismatch') return minutesPerKeyword + minutesPerEnumValue * values
  if (rule === 'security-mismatch') return minutesPerSecurity
  return keywordRules.has(rule) ? minutesPerKeyword : minutesPerRevision(settings)
}
