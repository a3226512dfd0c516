/** A block of YAML in a comment: its text, and where each of its lines stands in the file. */
export interface Block {
  readonly text: string
  readonly lines: readonly BlockLine[]
}

/** The line of the file, and how many characters stand before the text in it. */
export interface BlockLine {
  readonly line: number
  readonly before: number
}

/** The blocks under `@openapi` and `@swagger` in the JSDoc comments of a file, unwrapped as swagger-jsdoc unwraps them. */
export function blocksIn(text: string): readonly Block[] {
  const blocks = [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].flatMap((match) => {
    if (!/@(openapi|swagger)\b/.test(match[0])) return []
    const start = match.index
    const line = text.slice(0, start).split('\n').length
    const column = start - (text.lastIndexOf('\n', start - 1) + 1)
    return blocksOf(unwrapped(match[1] ?? '', line, column + '/**'.length))
  })
  // At a tag without a word after it swagger-jsdoc stops reading the file, and says nothing.
  const end = blocks.findIndex((block) => block.text === '')
  return end < 0 ? blocks : blocks.slice(0, end)
}

interface Line extends BlockLine {
  readonly text: string
}

/** The lines of a comment without the stars before them; of one without a star all space before it is lost. */
function unwrapped(comment: string, line: number, column: number): readonly Line[] {
  return comment.split('\n').map((whole, index): Line => {
    const text = whole.replace(/\r$/, '')
    // What follows the opening is read like what follows a star.
    const margin = index === 0 ? '' : (text.match(/^\s*(\*\s?)?/)?.[0] ?? '')
    return { text: text.slice(margin.length), line: line + index, before: margin.length + (index === 0 ? column : 0) }
  })
}

/** A tag runs from its name to the next line that begins with another. */
function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Line[][] = []
  let open: Line[] | undefined
  for (const line of lines) {
    const tag = line.text.match(/^\s*@(\w+)\b(.*)$/)
    if (tag === null) open?.push(line)
    else {
      open = undefined
      if (tag[1] === 'openapi' || tag[1] === 'swagger') {
        const rest = tag[2] ?? ''
        open = [{ ...line, text: rest, before: line.before + line.text.length - rest.length }]
        blocks.push(open)
      }
    }
  }
  return blocks.map(trimmed)
}

/** As a text without the space around it: its first line starts at its first character, whatever stood before. */
function trimmed(lines: readonly Line[]): Block {
  const first = lines.findIndex(({ text }) => text.trim() !== '')
  const kept = first < 0 ? [] : lines.slice(first)
  const all = kept.map((line, index): Line => {
    if (index > 0) return line
    const text = line.text.trimStart()
    return { ...line, text, before: line.before + line.text.length - text.length }
  })
  return {
    text: all
      .map(({ text }) => text)
      .join('\n')
      .trimEnd(),
    lines: all,
  }
}
