import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Finding } from '../../src/model/finding.js'
import type { Report } from '../../src/model/report.js'

type Planted = Pick<Finding, 'method' | 'path' | 'rule' | 'part' | 'status' | 'pointer'>

export const folderOf = (sample: string): string => fileURLToPath(new URL(`../../samples/${sample}`, import.meta.url))

const line = ({ method, path, rule, part, status, pointer }: Planted): string =>
  [method, path, rule, part, status ?? '-', pointer || '/'].join(' ')

/** The errors and warnings of a report, a line each. */
export const alarms = ({ findings }: Report): string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(line)
    .sort()

/** The drift that was planted in a sample, written down by hand beside the document that holds it. */
export function planted(sample: string): string[] {
  const expected: readonly Planted[] = JSON.parse(readFileSync(`${folderOf(sample)}/expected.json`, 'utf8'))
  return expected.map(line).sort()
}
