import type { ReporterContext } from '../reporter.js'
import { visible } from '../visible.js'
import type { Cause } from './cause.js'
import { frame } from './frame.js'
import { justify, labelled, wrap } from './layout.js'
import type { Paint } from './paint.js'
import { proofLines } from './proof.js'
import { elementName, marks } from './words.js'

/** How many characters of an id tell it apart in practice, and are short enough to type. */
export const idLength = 8

/** One cause in full: what, where on both sides, the proof and the fix. */
export function causeInFull({ finding, findings }: Cause, paint: Paint, context: ReporterContext): string[] {
  const underline = paint.severity[finding.severity]
  return [
    title({ finding, findings }, paint, context.width),
    ...wrap(visible(finding.message), context.width - 4).map((line) => `    ${paint.strong(line)}`),
    ...(finding.spec ? frame('document', finding.spec, paint, underline, context) : []),
    ...(finding.code ? frame('code', finding.code, paint, underline, context) : []),
    ...proofLines(finding, paint, context.width),
    ...labelled('fix       ', visible(finding.fix), 4, context.width).map((line, index) =>
      index === 0 ? line.replace('fix', paint.good('fix')) : line,
    ),
  ]
}

/** One cause in two lines, for what is mild or comes late in a long list. */
export function causeInShort(cause: Cause, paint: Paint, context: ReporterContext): string[] {
  const { finding } = cause
  const at = finding.code ?? finding.spec
  const place = at === null ? '' : `${visible(at.file)}:${at.line}:${at.column}`
  return [
    title(cause, paint, context.width),
    ...wrap(visible(finding.message), context.width - 4).map((line) => `    ${line}`),
    ...(place === '' ? [] : [`    ${paint.place(place)}`]),
  ]
}

function title({ finding, findings }: Cause, paint: Paint, width: number): string {
  const mark = paint.severity[finding.severity](marks[finding.severity])
  const repeated = findings.length > 1 ? paint.faint(`  ×${findings.length}`) : ''
  const left = `  ${mark} ${paint.severity[finding.severity](finding.rule)}  ${visible(elementName(finding))}${repeated}`
  return justify(left.trimEnd(), paint.faint(finding.id.slice(0, idLength)), width)
}
