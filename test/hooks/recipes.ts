import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8')

/** The text of docs/ci.md that belongs into a file: the block behind the line that ends in the file's name and a colon. */
export function recipe(file: string): string {
  const mark = `\`${file}\`:\n\n\`\`\``
  const start = page.indexOf(mark)
  if (start < 0) throw new Error(`docs/ci.md has no block for ${file}`)
  const from = page.indexOf('\n', start + mark.length) + 1
  return page.slice(from, page.indexOf('\n```', from) + 1)
}
