import type { Location } from '../../model/location.js'
import type { ReporterContext } from '../reporter.js'
import { tokenAt } from '../token.js'
import { visible } from '../visible.js'
import { excerpt, truncate } from './layout.js'
import type { Paint } from './paint.js'

const indent = 6
/** Longer files are not worth their time: the place is printed without a frame. */
const longestLine = 5_000

/** The place in the text with a line of context around it, the element underlined; the place alone where there is no text. */
export function frame(
  label: string,
  at: Location,
  paint: Paint,
  underline: (text: string) => string,
  context: ReporterContext,
): string[] {
  const heading = `    ${paint.faint(label.padEnd(9))} ${paint.place(`${visible(at.file)}:${at.line}:${at.column}`)}`
  const lines = context.readSource(at.file)?.split(/\r\n|\n|\r/)
  const target = lines?.[at.line - 1]
  if (lines === undefined || target === undefined || target.length > longestLine) return [heading]
  const numbered = [at.line - 1, at.line, at.line + 1]
    .map((number) => ({ number, text: lines[number - 1] }))
    .filter(
      ({ number, text }) =>
        number === at.line || (text !== undefined && text.trim() !== '' && text.length <= longestLine),
    )
    .map(({ number, text = '' }) => ({ number, text }))
  const margin = Math.min(...numbered.filter(({ text }) => text.trim() !== '').map(({ text }) => leadingBlanks(text)))
  const digits = Math.max(...numbered.map(({ number }) => String(number).length), 3)
  const gutter = (text: string) => `${' '.repeat(indent)}${paint.faint(`${text.padStart(digits)} │`)} `
  const room = Math.max(20, context.width - indent - digits - 3)
  const [from, to] = tokenAt(target, at.column - 1)
  const before = visible(target.slice(margin, from))
  const token = visible(target.slice(Math.max(margin, from), to))
  const marked = excerpt(visible(target.slice(margin)), before.length, before.length + token.length, room)
  return [
    heading,
    ...numbered.flatMap(({ number, text }) =>
      number === at.line
        ? [
            `${gutter(String(number))}${marked.text}`.trimEnd(),
            `${gutter('')}${' '.repeat(marked.markAt)}${underline('^'.repeat(marked.markWidth))}`,
          ]
        : [`${gutter(String(number))}${paint.faint(truncate(visible(text.slice(margin)), room))}`.trimEnd()],
    ),
  ]
}

const leadingBlanks = (text: string): number => text.length - text.trimStart().length
