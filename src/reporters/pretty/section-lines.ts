import type { ReporterContext } from '../reporter.js'
import { visible } from '../visible.js'
import type { Section } from './cause.js'
import { causeInFull, causeInShort } from './cause-lines.js'
import { columns, wrap } from './layout.js'
import type { Paint } from './paint.js'
import { count, countSeverities } from './words.js'

const endpointsNamed = 8

/** A heading and the causes below it; what comes after the room for full ones is used up, in short. */
export function sectionLines(section: Section, room: number, paint: Paint, context: ReporterContext): string[] {
  const lines = headingLines(section, paint, context.width)
  for (const [index, cause] of section.causes.entries()) {
    lines.push('', ...(index < room ? causeInFull : causeInShort)(cause, paint, context))
  }
  return lines
}

/** `── GET /pets ────────── 2 errors ──`; a title that leaves no room for the rest stands alone, since it is never cut. */
export function rule(title: string, right: string, paint: Paint, width: number): string {
  const gap = width - columns(title) - columns(right) - 8
  if (gap < 1) return `${paint.faint('──')} ${paint.strong(title)}`
  if (right === '') return `${paint.faint('──')} ${paint.strong(title)} ${paint.faint('─'.repeat(gap + 4))}`
  return `${paint.faint('──')} ${paint.strong(title)} ${paint.faint('─'.repeat(gap))} ${right} ${paint.faint('──')}`
}

function headingLines({ endpoints, causes }: Section, paint: Paint, width: number): string[] {
  const right = countSeverities(causes.flatMap(({ finding, findings }) => (finding.path === '' ? findings : [finding])))
  const [first = 'The document itself', ...others] = endpoints.map(visible)
  if (others.length === 0) return [rule(first, right, paint, width)]
  const named = [first, ...others].slice(0, endpointsNamed)
  const more = endpoints.length - named.length
  const list = [...named, ...(more > 0 ? [`and ${more} more`] : [])].map((name) => name.replace(' ', '\u00a0'))
  return [
    rule(`Shared by ${count(endpoints.length, 'endpoint')}`, right, paint, width),
    ...wrapList(list, width - 3).map((line) => `   ${paint.faint(line)}`),
  ]
}

/** Breaks between the items of a list, not between the method and the path of one. */
function wrapList(items: readonly string[], width: number): string[] {
  return items.length === 0 ? [] : wrapAtBlanks(items.join(' · '), width)
}

const wrapAtBlanks = (text: string, width: number): string[] =>
  wrap(text.replaceAll('\u00a0', '\u2800'), width).map((line) => line.replaceAll('\u2800', ' '))
