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
  return [
    ...causeHead({ finding, findings }, paint, context),
    ...proofLines(finding, paint, context.width),
    ...labelled('fix       ', visible(finding.fix), 4, context.width).map((line, index) =>
      index === 0 ? line.replace('fix', paint.good('fix')) : line,
    ),
  ]
}

/** What is wrong, and where on both sides. */
export function causeHead({ finding, findings }: Cause, paint: Paint, context: ReporterContext): string[] {
  const underline = paint.severity[finding.severity]
  return [
    title({ finding, findings }, paint, context.width),
    ...wrap(visible(finding.message), context.width - 4).map((line) => `    ${paint.strong(line)}`),
    ...(finding.spec ? frame('document', finding.spec, paint, underline, context) : []),
    ...otherPlaces({ finding, findings }, paint, context.width),
    ...(finding.code ? frame('code', finding.code, paint, underline, context) : []),
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
    ...otherPlaces(cause, paint, context.width),
  ]
}

const placesNamed = 8

/** Where else the document has the same fault. */
function otherPlaces({ finding, findings }: Cause, paint: Paint, width: number): string[] {
  if (finding.path !== '' || findings.length === 1) return []
  const others = findings.flatMap(({ id, spec }) => (id === finding.id || spec === null ? [] : [spec]))
  const sorted = [...others].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0))
  const named = sorted
    .slice(0, placesNamed)
    .map(({ file, line, column }) => `${file === finding.spec?.file ? '' : `${visible(file)}:`}${line}:${column}`)
  const more = others.length > placesNamed ? ` and ${others.length - placesNamed} more` : ''
  return labelled('also at   ', `${named.join(', ')}${more}`, 4, width).map((line, index) =>
    index === 0 ? line.replace('also at', paint.faint('also at')) : line,
  )
}

function title({ finding, findings }: Cause, paint: Paint, width: number): string {
  const mark = paint.severity[finding.severity](marks[finding.severity])
  const repeated = findings.length > 1 ? paint.faint(`  ×${findings.length}`) : ''
  const element = visible(elementName(finding))
  const left = `  ${mark} ${paint.severity[finding.severity](finding.rule)}${element && `  ${element}`}${repeated}`
  return justify(left.trimEnd(), paint.faint(finding.id.slice(0, idLength)), width)
}
