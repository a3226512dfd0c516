import stringWidth from 'string-width'

/** Columns that a text takes on a terminal. */
export const columns = (text: string): number => stringWidth(text)

/** Breaks at blanks so that no line is wider, except for a word that is. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columns(longer) > width) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Wraps a text beside a label: the label on the first line only. */
export function labelled(label: string, text: string, indent: number, width: number): string[] {
  const left = indent + columns(label)
  return wrap(text, Math.max(20, width - left)).map((line, index) =>
    index === 0 ? `${' '.repeat(indent)}${label}${line}` : `${' '.repeat(left)}${line}`,
  )
}

/** A label and its text on one line, or the text wrapped below the label where they do not fit. */
export function headed(label: string, text: string, indent: number, width: number): string[] {
  const line = `${' '.repeat(indent)}${label}  ${text}`.trimEnd()
  if (columns(line) <= width) return [line]
  const left = ' '.repeat(indent + 2)
  return [`${' '.repeat(indent)}${label}`, ...wrap(text, Math.max(20, width - indent - 2)).map((part) => left + part)]
}

/** The left and the right part of one line, or two lines where they do not fit. */
export function justify(left: string, right: string, width: number, fill = ' '): string {
  const gap = width - columns(left) - columns(right)
  if (right === '') return left
  return gap < 2 ? `${left}  ${right}` : `${left}${fill.repeat(gap)}${right}`
}

const graphemes = new Intl.Segmenter()

/** Cuts a text at so many columns, and says so; reads no further than that. */
export function truncate(text: string, width: number): string {
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += columns(segment)
    if (used > width) return `${kept}…`
    if (used < width) kept += segment
  }
  return text
}

/** A stretch of a line that shows the marked part, and where the mark stands in it, in columns. */
interface Excerpt {
  readonly text: string
  readonly markAt: number
  readonly markWidth: number
}

/** Cuts a long line around its marked part (from `start` to `end`, as indices). */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  const from = columns(line.slice(0, end)) < width ? 0 : Math.max(0, start - Math.floor(width / 3))
  const shown = from === 0 ? line : `…${line.slice(from + 1)}`
  const text = truncate(shown, width)
  const markAt = columns(shown.slice(0, start - from))
  const markWidth = Math.max(1, Math.min(columns(shown.slice(start - from, end - from)), width - markAt))
  return { text, markAt, markWidth }
}
