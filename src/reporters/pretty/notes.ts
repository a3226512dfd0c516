import type { Finding } from '../../model/finding.js'
import { visible } from '../visible.js'
import { columns, justify, truncate } from './layout.js'
import type { Paint } from './paint.js'
import { rule } from './section-lines.js'
import { count, marks } from './words.js'

/** Of one rule; the rest is counted. */
const listed = 6

/** What is mild, at the end and a line each: nobody should scroll past it to what matters. */
export function noteLines(notes: readonly Finding[], paint: Paint, width: number): string[] {
  const rules = [...new Set(notes.map((note) => note.rule))]
  return [
    rule(count(notes.length, 'note'), '', paint, width),
    ...rules.flatMap((id) =>
      paragraph(
        id,
        notes.filter((note) => note.rule === id),
        paint,
        width,
      ),
    ),
  ]
}

function paragraph(id: string, notes: readonly Finding[], paint: Paint, width: number): string[] {
  const messages = [...new Set(notes.map(({ message }) => message))]
  const more = messages.length - listed
  return [
    '',
    justify(`  ${paint.severity.info(`${marks.info} ${id}`)}`, paint.faint(String(notes.length)), width),
    ...messages.slice(0, listed).map((message) =>
      line(
        message,
        notes.filter((note) => note.message === message),
        paint,
        width,
      ),
    ),
    ...(more > 0 ? [`    ${paint.faint(`and ${more} more: tattletype --format json`)}`] : []),
  ]
}

/** What is noted, and at the right where: the first endpoint, and how many more. */
function line(message: string, notes: readonly Finding[], paint: Paint, width: number): string {
  const [first = 'the document', ...others] = new Set(
    notes.flatMap(({ method, path }) => (path === '' ? [] : [visible(`${method} ${path}`)])),
  )
  const more = others.length === 0 ? '' : ` +${others.length}`
  const where = truncate(first, Math.floor(width * 0.4) - columns(more)) + more
  return justify(`    ${truncate(visible(message), width - 6 - columns(where))}`, paint.faint(where), width)
}
