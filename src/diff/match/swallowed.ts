import type { Couple, Matching } from './endpoint-match.js'

/**
 * A route for any path answers what no other does. Where some routes of the code could not be followed, a documented path that only
 * such a route takes may be one of them: it is not held against what answers the rest.
 */
export function withoutSwallowed(met: Matching, hasUnresolved: boolean): Matching {
  const swallowed = hasUnresolved ? met.matched.filter(isSwallowed) : []
  if (swallowed.length === 0) return met
  const matched = met.matched.filter((couple) => !swallowed.includes(couple))
  const answering = new Set([...matched.map(({ code }) => code), ...met.undocumented])
  const left = [...new Set(swallowed.map(({ code }) => code))].filter((code) => !answering.has(code))
  return {
    matched,
    unimplemented: [...met.unimplemented, ...swallowed.map(({ spec }) => spec)],
    undocumented: [...met.undocumented, ...left],
  }
}

/** Whether the documented path has words of its own where the route takes anything. */
function isSwallowed({ spec, code }: Couple): boolean {
  if (!code.path.includes('{*')) return false
  const words = new Set(wordsOf(code.path))
  return wordsOf(spec.path).some((word) => !words.has(word))
}

const wordsOf = (path: string): readonly string[] =>
  path.split('/').filter((segment) => segment !== '' && !segment.includes('{'))
