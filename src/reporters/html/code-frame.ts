import type { Location } from '../../model/location.js'
import { placeText } from '../place.js'
import { tokenAt } from '../token.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

const around = 2
const longestLine = 160
/** What is longer was not written by hand: the place is shown without a frame. */
const unreadable = 5_000

/** A place in a text with the lines around it, the element marked; the place alone where the text is gone. */
export function codeFrame(label: string, at: Location | null, { linesOf }: View): Markup | null {
  if (at === null) return null
  const head = html`<figcaption>${label} <code>${placeText(at)}</code></figcaption>`
  const text = linesOf(at.file)
  const target = text?.[at.line - 1]
  if (text === undefined || target === undefined || target.length > unreadable)
    return html`<figure class="frame">${head}</figure>`
  const first = Math.max(1, at.line - around)
  const shown = text.slice(first - 1, at.line + around).map((line) => (line.length > unreadable ? '…' : line))
  const margin = Math.min(
    ...shown.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  )
  const rows = shown.map((line, index) => {
    const number = first + index
    const body = number === at.line ? marked(target, margin, at.column) : html`${cut(line.slice(margin))}`
    return html`<span class="${number === at.line ? 'line hit' : 'line'}"><i>${number}</i>${body}</span>`
  })
  return html`<figure class="frame">${head}<pre>${rows}</pre></figure>`
}

function marked(line: string, margin: number, column: number): Markup {
  const [from, to] = tokenAt(line, column - 1)
  const start = Math.max(margin, from)
  const before = line.slice(margin, start)
  const kept = before.length > longestLine / 2 ? `…${before.slice(-longestLine / 2)}` : before
  return html`${kept}<mark>${cut(line.slice(start, to))}</mark>${cut(line.slice(to))}`
}

const cut = (text: string): string => (text.length > longestLine ? `${text.slice(0, longestLine)}…` : text)
