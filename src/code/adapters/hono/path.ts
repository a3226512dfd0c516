import type { PathReading, Template } from '../../routing/graph.js'

interface Segment {
  readonly text: string
  readonly patterns: Readonly<Record<string, string>>
}

/** Reads the path syntax of Hono: `:id`, `:id?`, `:id{[0-9]+}`, `*` for one segment, a final `*` for any number of them. */
export function readPath(pattern: string): PathReading {
  const segments = splitSegments(pattern)
  let templates: readonly Template[] = [{ path: '', patterns: {} }]
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1
    const optional = isLast && /^:[^{}]+\?$/.test(segment)
    const read = readSegment(optional ? segment.slice(0, -1) : segment, isLast, index)
    const grown = templates.map(({ path, patterns }) => ({
      path: `${path}/${read.text}`,
      patterns: { ...patterns, ...read.patterns },
    }))
    templates = optional ? [...grown, ...templates] : grown
  }
  return { templates }
}

/** Slashes inside of `{…}` belong to the regular expression. */
function splitSegments(pattern: string): readonly string[] {
  return (pattern.match(/(?:\{[^}]*\}|[^/{])+|\/(?=$)/g) ?? []).filter((segment) => segment !== '/')
}

function readSegment(segment: string, isLast: boolean, index: number): Segment {
  if (segment === '*') return { text: isLast ? '{*splat}' : `{splat${index}}`, patterns: {} }
  const named = segment.match(/^:([^{}]+)(?:\{(.+)\})?$/)
  if (named === null) return { text: segment, patterns: {} }
  const [, name = '', expression] = named
  if (expression === undefined) return { text: `{${name}}`, patterns: {} }
  // A regular expression that lets slashes through stands for the rest of the path.
  if (/^\.[*+]\??$/.test(expression)) return { text: `{*${name}}`, patterns: {} }
  return { text: `{${name}}`, patterns: { [name]: `^(?:${expression})$` } }
}

/** Whether every path of one template is one of the other: what is registered on the pattern runs for the path. */
export function covers(pattern: Template, path: Template): boolean {
  const wanted = pattern.path.split('/').filter(Boolean)
  const given = path.path.split('/').filter(Boolean)
  for (const [index, want] of wanted.entries()) {
    if (want.startsWith('{*')) return true
    const have = given[index]
    if (have === undefined || have.startsWith('{*')) return false
    if (!coversSegment(want, have, pattern.patterns, path.patterns)) return false
  }
  return wanted.length === given.length
}

function coversSegment(
  want: string,
  have: string,
  wantPatterns: Template['patterns'],
  havePatterns: Template['patterns'],
): boolean {
  const isParameter = want.startsWith('{')
  if (!isParameter) return want === have
  const expression = wantPatterns[want.slice(1, -1)]
  if (expression === undefined) return true
  if (have.startsWith('{')) return havePatterns[have.slice(1, -1)] === expression
  return matches(expression, have)
}

/** A pattern of the project is data: one that is no regular expression of ours matches nothing that is known. */
function matches(expression: string, text: string): boolean {
  // Only plain character classes with a count: nothing that can take long.
  if (!/^\^\(\?:(?:\[[^\]]*\]|\\[dw]|\w)(?:[+*]|\{\d+(?:,\d*)?\})?\)\$$/.test(expression)) return false
  return new RegExp(expression).test(text)
}
