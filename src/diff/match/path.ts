import type { Segment, Template } from './template.js'

/** The segments of a path template. */
export function parsePath(path: string): Template {
  return path
    .split('/')
    .filter((text) => text !== '')
    .map(segmentOf)
}

function segmentOf(text: string): Segment {
  if (/^\{\*[^{}]*\}$/.test(text)) return { kind: 'rest', text: '{*}' }
  if (/^\{[^{}]*\}$/.test(text)) return { kind: 'parameter', text: '{}' }
  if (/\{[^{}]*\}/.test(text)) return { kind: 'mixed', text: text.replace(/\{[^{}]*\}/g, '{}') }
  return { kind: 'literal', text }
}

/** What two templates have in common when they are the same but for parameter names. */
export function shapeOf(template: Template): string {
  return `/${template.map((segment) => segment.text).join('/')}`
}

/** Names of the parameters of a path template, in order. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{\*?([^{}]*)\}/g)].map((match) => match[1] ?? '')
}

/**
 * How closely a code pattern serves every path of a documented template: a score per segment, higher is closer, or null
 * where it does not. A pattern that catches everything from the root up serves nothing in particular.
 */
export function servedBy(documented: Template, pattern: Template): readonly number[] | null {
  const scores: number[] = []
  for (const [index, segment] of pattern.entries()) {
    if (segment.kind === 'rest') return index === 0 ? null : [...scores, 0]
    const wanted = documented[index]
    if (wanted === undefined || wanted.kind === 'rest') return null
    const score = segmentScore(wanted, segment)
    if (score === 0) return null
    scores.push(score)
  }
  return documented.length === pattern.length ? scores : null
}

function segmentScore(documented: Segment, served: Segment): number {
  if (documented.kind === served.kind && documented.text === served.text) return 3
  if (served.kind === 'parameter') return 1
  if (served.kind === 'mixed' && documented.kind === 'literal') return mixedServes(served.text, documented.text) ? 2 : 0
  return 0
}

function mixedServes(pattern: string, text: string): boolean {
  const pieces = pattern.split('{}').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.+')}$`).test(text)
}
