/** Comments, texts, words and blanks of TypeScript; a `/` that begins a pattern is taken as it comes, on both sides alike. */
const tokens = /\/\*.*?\*\/|\/\/[^\n]*|(["'])((?:\\.|(?!\1)[^\\\n])*)\1|`(?:\\.|[^`\\])*`|\s+|[\w$]+|./gs

/** Whether two texts of code differ by nothing but layout, comments, semicolons, commas at an end, and the kind of quotes. */
export function onlyFormatted(before: string, after: string): boolean {
  const [old, now] = withoutEqualEnds(before.split('\n'), after.split('\n'))
  return bare(old.join('\n')) === bare(now.join('\n'))
}

function bare(code: string): string {
  const kept = code.replace(tokens, (token, quote?: string, inner?: string) => {
    if (quote !== undefined) return `"${inner}"`
    return /^(?:\/[*/]|\s|;)/.test(token) ? ' ' : token
  })
  // Blanks count between words alone.
  return kept.replace(/(?<![\w$"`]) +| +(?![\w$"`])/g, '').replace(/,(?=[)\]}]|$)/g, '')
}

/** Most of two versions of a file is the same, and need not be looked at. */
function withoutEqualEnds(
  old: readonly string[],
  now: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const shorter = Math.min(old.length, now.length)
  let first = 0
  while (first < shorter && old[first] === now[first]) first += 1
  let last = 0
  while (last < shorter - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last += 1
  return [old.slice(first, old.length - last), now.slice(first, now.length - last)]
}
