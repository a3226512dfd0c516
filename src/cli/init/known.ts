import { entriesOf } from '../../gate/baseline.js'
import { baselineText } from '../../gate/baseline-text.js'
import { count } from '../../reporters/pretty/words.js'
import { defaultBaseline } from '../baseline-file.js'
import type { Draft, Found } from './draft.js'

/** The findings of today as a baseline; nothing where there are none. */
export function known({ audit: { all } }: Found): Draft | null {
  if (all.findings.length === 0) return null
  const purpose = `the baseline: ${count(all.findings.length, 'finding')} of today that no run fails for`
  return { file: defaultBaseline, text: baselineText(entriesOf(all, [])), purpose, shown: 3 }
}
