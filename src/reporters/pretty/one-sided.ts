import type { Finding } from '../../model/finding.js'
import { visible } from '../visible.js'
import { columns, justify, labelled, truncate } from './layout.js'
import type { Paint } from './paint.js'
import { rule } from './section-lines.js'
import { count, countSeverities, marks } from './words.js'

const listed = 20

const words: Readonly<Record<string, string>> = {
  'undocumented-endpoint': 'served, but not in the document',
  'unimplemented-endpoint': 'in the document, but not served',
}

/** Endpoints that only one side has: a list tells them faster than frames. */
export function isOneSided({ rule: id }: Finding): boolean {
  return Object.hasOwn(words, id)
}

/** The list, one paragraph a rule, with the place of each endpoint. */
export function oneSidedLines(findings: readonly Finding[], paint: Paint, width: number): string[] {
  if (findings.length === 0) return []
  const rules = [...new Set(findings.map((finding) => finding.rule))]
  const heading = rule(
    `${count(findings.length, 'endpoint')} on one side only`,
    countSeverities(findings),
    paint,
    width,
  )
  return [
    heading,
    ...rules.flatMap((id) =>
      paragraph(
        id,
        findings.filter((finding) => finding.rule === id),
        paint,
        width,
      ),
    ),
  ]
}

function paragraph(id: string, findings: readonly Finding[], paint: Paint, width: number): string[] {
  const [first] = findings
  if (!first) return []
  const brush = paint.severity[first.severity]
  const shown = findings.slice(0, listed)
  const room = Math.max(24, Math.floor(width * 0.6))
  const widest = Math.min(room, Math.max(...shown.map(({ path }) => columns(visible(path)))))
  const more = findings.length - shown.length
  return [
    '',
    justify(
      `  ${brush(marks[first.severity])} ${brush(id)}  ${words[id] ?? ''}`,
      paint.faint(String(findings.length)),
      width,
    ),
    ...shown.map((finding) => line(finding, widest, paint)),
    ...(more > 0 ? [`    ${paint.faint(`and ${more} more: tattletype routes`)}`] : []),
    ...labelled('fix       ', visible(first.fix), 4, width).map((text, index) =>
      index === 0 ? text.replace('fix', paint.good('fix')) : text,
    ),
  ]
}

function line({ method, path, code, spec }: Finding, widest: number, paint: Paint): string {
  const at = code ?? spec
  const shown = truncate(visible(path), widest)
  const place = at === null ? '' : paint.place(`${visible(at.file)}:${at.line}:${at.column}`)
  return `    ${paint.strong(method.padEnd(7))} ${shown}${' '.repeat(widest - columns(shown))}  ${place}`.trimEnd()
}
