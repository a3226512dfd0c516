import type { Finding, Proof } from '../../model/finding.js'
import { visible } from '../visible.js'
import { markedJson } from './json-line.js'
import { columns, excerpt, labelled } from './layout.js'
import type { Paint } from './paint.js'

/** Which side takes the value and which does not, in words. */
export function proofWords({ part }: Pick<Finding, 'part'>, { acceptedBy }: Proof): string {
  const sent = part === 'response'
  if (acceptedBy === 'code') return `the code ${sent ? 'can send' : 'accepts'} this, the document does not allow it`
  return `the document allows this, the code ${sent ? 'never sends' : 'does not accept'} it`
}

/** The value that proves a finding, on one line, with the deciding part underlined. */
export function proofLines(finding: Finding, paint: Paint, width: number): string[] {
  if (finding.proof === null) return []
  const indent = ' '.repeat(14)
  const pointer = ['request', 'response'].includes(finding.part) ? finding.pointer : ''
  const { text, mark, missing } = markedJson(finding.proof.value, pointer)
  const [from, to] = mark ?? [0, 0]
  const before = visible(text.slice(0, from))
  const marked = visible(text.slice(from, to))
  const shown = excerpt(visible(text), before.length, before.length + marked.length, Math.max(20, width - 14))
  // A mark that reaches beyond what is shown tells nothing.
  const isWhole = mark !== null && columns(marked) <= shown.markWidth
  const words = missing === undefined ? '' : ` no ${visible(JSON.stringify(missing))}`
  const underline = paint.severity[finding.severity](`${'^'.repeat(shown.markWidth)}${words}`)
  return [
    ...labelled('proof     ', proofWords(finding, finding.proof), 4, width).map((line) =>
      line.replace('proof', paint.faint('proof')),
    ),
    `${indent}${shown.text}`,
    ...(isWhole ? [`${indent}${' '.repeat(shown.markAt)}${underline}`] : []),
  ]
}
