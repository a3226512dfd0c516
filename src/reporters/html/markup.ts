import { visible } from '../visible.js'

/** HTML that was written here; whatever else comes into it was escaped. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | null | readonly Part[]

/** A piece of HTML: what is put into the template is text, unless it is markup of this function itself. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: literals.map((literal, index) => literal + written(parts[index] ?? null)).join('') }
}

/** A path that may be broken before each of its segments. */
export const breakable = (path: string): Markup =>
  html`${path.split('/').map((segment, index) => (index === 0 ? segment : html`<wbr>/${segment}`))}`

/** Text as HTML shows it, also between the quotes of an attribute. */
function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function written(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(written).join('')
}
