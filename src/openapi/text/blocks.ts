/** A part of a text that stands for itself: from one offset to another. */
export interface Block {
  readonly start: number
  readonly end: number
}

interface Line extends Block {
  /** How many blanks stand before its first character. */
  readonly indent: number
}

/**
 * Cuts a block mapping between its entries.
 * In: a text, and from where to where the mapping stands. Out: a block for each entry, with the comments behind it; nothing
 * where the entries cannot be told by the beginnings of lines alone.
 */
export function entryBlocks(text: string, start: number, end: number): readonly Block[] | undefined {
  const lines = linesOf(text, start, end).filter(({ start: at, indent }) => isContent(text, at + indent))
  const [first] = lines
  if (first === undefined) return undefined
  const starts: number[] = []
  for (const { start: at, indent } of lines) {
    if (indent < first.indent) return undefined
    if (indent > first.indent) continue
    const sign = text.charAt(at + indent)
    // The items of a list may stand as far left as the key that they belong to.
    if (sign === '-' && starts.length > 0 && /\s/.test(text.charAt(at + indent + 1))) continue
    if (/[-?:<\t]/.test(sign)) return undefined
    starts.push(at)
  }
  return starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end }))
}

/** A line that holds nothing but a key, so that its value stands in the lines below it. */
const loneKey = /^ *(?:[\w$~/.{][^#'"]*|"[^"\\]*"|'[^']*'):[ \r]*$/

/** Where the value of an entry begins, if its key stands alone on its line. */
export function valueStart(text: string, { start, end }: Block): number | undefined {
  const line = text.indexOf('\n', start)
  return line >= 0 && line < end && loneKey.test(text.slice(start, line)) ? line + 1 : undefined
}

function isContent(text: string, at: number): boolean {
  const sign = text.charAt(at)
  return sign !== '#' && sign !== '\n' && sign !== '\r' && sign !== ''
}

function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = []
  for (let at = start; at < end; ) {
    const line = text.indexOf('\n', at)
    const next = line < 0 || line >= end ? end : line + 1
    let indent = 0
    while (at + indent < next && text.charAt(at + indent) === ' ') indent += 1
    lines.push({ start: at, end: next, indent })
    at = next
  }
  return lines
}
