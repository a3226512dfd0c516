import { visible } from './visible.js'

/** An element with its attributes, and elements or text inside. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (XmlElement | string)[]
}

/** A whole XML document. */
export function xml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children })

function lines({ name, attributes, children }: XmlElement, indent: string): string[] {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${text(String(value))}"`)].join(' ')
  const [only, ...others] = children
  if (only === undefined) return [`${indent}<${head}/>`]
  if (typeof only === 'string' && others.length === 0) return [`${indent}<${head}>${text(only)}</${name}>`]
  const inner = children.flatMap((child) => (typeof child === 'string' ? [text(child)] : lines(child, `${indent}  `)))
  return [`${indent}<${head}>`, ...inner, `${indent}</${name}>`]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Half of a surrogate pair, and two that XML has no place for, not even escaped; `visible` shows the control characters. */
const impossible = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function text(raw: string): string {
  const lines = raw.replace(impossible, '\ufffd').split('\n')
  return lines.map((line) => visible(line).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)).join('&#10;')
}
