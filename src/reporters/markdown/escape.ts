import { visible } from '../visible.js'

/** Text that stays text: no markup, no HTML, no mention of a person, no link to an issue. */
export function plain(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~<>$]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`))
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(https?|www)(?=[:.])/gi, '$1\u200b')
}

/** Text as a code span, whatever backticks it holds. */
export function code(text: string): string {
  const shown = visible(text)
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}
