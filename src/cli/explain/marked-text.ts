import { columns, truncate, wrap } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { visible } from '../../reporters/visible.js'
import type { MarkedLine } from './marked-line.js'

const indent = 6

/** Lines with the decisive ones pointed at; what is too wide is cut where the text is YAML, and broken where it is proof. */
export function markedText(
  lines: readonly MarkedLine[],
  sign: string,
  paint: Paint,
  mark: (text: string) => string,
  { width, cut }: { readonly width: number; readonly cut: boolean },
): string[] {
  return lines.flatMap(({ text, decisive, note }) => {
    const gutter = decisive ? `${' '.repeat(indent - 2)}${mark('▸')} ` : ' '.repeat(indent)
    const said = note === undefined ? '' : `${text.trim() === '' ? '' : '  '}${sign} ${visible(note)}`
    const room = width - indent
    const shown = cut ? truncate(visible(text), room) : visible(text)
    const own = decisive ? mark(shown) : shown
    if (columns(shown) + columns(said) <= room) return [`${gutter}${own}${paint.faint(said)}`.trimEnd()]
    const left = indent + shown.length - shown.trimStart().length + 2
    const below = wrap(said.trim(), Math.max(20, width - left)).map((part) => `${' '.repeat(left)}${paint.faint(part)}`)
    return [...(shown.trim() === '' ? [] : [`${gutter}${own}`]), ...below]
  })
}
