import type { PathReading, Template } from './graph.js'

interface Part {
  readonly text: string
  readonly name?: string
  readonly pattern?: string
  readonly optional?: boolean
  readonly group?: readonly Part[]
}

/** Reads the path syntax of Express 4 and 5: `:id`, `:id?`, `{/:id}`, `:id(\\d+)`, `*`, `/*splat`, `(.*)`. */
export function readPath(pattern: string): PathReading {
  const parts: Part[] = []
  const end = readParts(pattern, 0, parts, { wildcards: 0 })
  if (typeof end === 'string') return { unreadable: `the path ${JSON.stringify(pattern)} holds ${end}` }
  return { templates: dedupe(expand(parts)) }
}

interface Count {
  wildcards: number
}

/** Reads parts up to the end or a closing brace; gives the position behind it, or what cannot be read. */
function readParts(pattern: string, start: number, parts: Part[], count: Count): number | string {
  let at = start
  while (at < pattern.length) {
    const rest = pattern.slice(at)
    const char = rest.charAt(0)
    if (char === '}') return start === 0 ? 'a brace that nothing opens' : at + 1
    if (char === '{') {
      const group: Part[] = []
      const end = readParts(pattern, at + 1, group, count)
      if (typeof end === 'string') return end
      const optional = pattern[end] !== '+'
      parts.push({ text: '', group, optional })
      at = /[?*+]/.test(pattern[end] ?? '') ? end + 1 : end
      continue
    }
    const step = readOne(rest, parts, count)
    if (typeof step === 'string') return step
    at += step
  }
  return at
}

function readOne(rest: string, parts: Part[], count: Count): number | string {
  const named = rest.match(/^:(\w+|"[^"]+")(?:\(((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))+)\))?([?*+])?/)
  if (named) {
    const [whole, quoted = '', pattern, modifier] = named
    const name = quoted.replaceAll('"', '')
    const wide = modifier === '*' || modifier === '+' || pattern === '.*' || pattern === '.+'
    parts.push({
      text: '',
      name: wide ? `*${name}` : name,
      ...(pattern && !wide ? { pattern } : {}),
      ...(modifier === '?' || modifier === '*' ? { optional: modifier === '?' } : {}),
    })
    return whole.length
  }
  const wildcard = rest.match(/^(?:\*(\w*)|\(\.\*\)|\(\.\+\))/)
  if (wildcard) {
    count.wildcards++
    const name = wildcard[1] || (count.wildcards === 1 ? 'splat' : `splat${count.wildcards}`)
    parts.push({ text: '', name: `*${name}` })
    return wildcard[0].length
  }
  if (rest.startsWith('(')) return 'a regular expression without a name, which no template can say'
  const escaped = rest.match(/^\\(.)/)
  const text = escaped?.[1] ?? rest.charAt(0)
  const after = rest.charAt(escaped ? 2 : 1)
  if (after === '+') return 'a repeated character, which no template can say'
  parts.push(after === '?' ? { text, optional: true } : { text })
  return (escaped ? 2 : 1) + (after === '?' ? 1 : 0)
}

/** Every template that leaving out the optional parts gives, the longest first. */
function expand(parts: readonly Part[]): readonly Template[] {
  let templates: readonly Template[] = [{ path: '', patterns: {} }]
  for (const part of parts) {
    const added = part.group ? expand(part.group) : [single(part)]
    const grown = templates.flatMap((left) => added.map((right) => append(left, right)))
    templates = part.optional ? [...grown, ...templates.map((each) => without(each, part))] : grown
  }
  return templates
}

function single(part: Part): Template {
  if (part.name === undefined) return { path: part.text, patterns: {} }
  return { path: `{${part.name}}`, patterns: part.pattern === undefined ? {} : { [part.name]: part.pattern } }
}

function append(left: Template, right: Template): Template {
  return { path: left.path + right.path, patterns: { ...left.patterns, ...right.patterns } }
}

/** An optional parameter takes the slash before it along. */
function without(template: Template, part: Part): Template {
  return part.name === undefined ? template : { ...template, path: template.path.replace(/\/$/, '') }
}

function dedupe(templates: readonly Template[]): readonly Template[] {
  const byPath = new Map(templates.map((each) => [each.path.replace(/\/$/, ''), each] as const))
  return [...byPath.values()]
}
