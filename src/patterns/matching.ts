import { createContext, Script } from 'node:vm'
import type { Match } from './match.js'
import { stepsOf } from './steps.js'

/** A pattern as an expression that can be run. */
interface Pattern {
  readonly expression: RegExp
  /** Runs a match that can be broken off. */
  readonly guarded: Script
  /** What was found under guard: starting it costs more than most matches. */
  readonly known: Map<string, Match>
  /** Milliseconds that slow matches took. */
  spent: number
  givenUp: boolean
}

const context = createContext({ text: '' })
const patterns = new Map<string, Pattern | null>()

const most = { patterns: 10_000, known: 1_000, knownLength: 200 } as const
/** So many steps take some hundredths of a second at most. */
const quick = 1_000_000

/** Milliseconds that went into matches without an end. */
let lost = 0

/** Whether a text is of an ECMA pattern. Patterns come from strangers: each has a limit of time, past which it tells nothing. */
export function matchOf(pattern: string, text: string): Match {
  const found = compiled(pattern)
  if (found === null) return 'unknown'
  if (stepsOf(pattern, text.length) <= quick) return found.expression.test(text) ? 'matches' : 'differs'
  const known = found.known.get(text)
  if (known !== undefined) return known
  if (found.givenUp) return 'unknown'
  const match = guardedMatch(found, text)
  if (text.length <= most.knownLength && found.known.size < most.known) found.known.set(text, match)
  return match
}

/** Whether the pattern can be used at all. */
export function isPattern(pattern: string): boolean {
  return compiled(pattern) !== null
}

/** Far more than any sane pattern needs, so that a busy machine decides nothing; less where much has been lost already. */
function patience(): number {
  return lost < 2_000 ? 1_000 : lost < 4_000 ? 200 : 20
}

function guardedMatch(pattern: Pattern, text: string): Match {
  const timeout = patience()
  const start = performance.now()
  try {
    context.text = text
    return pattern.guarded.runInContext(context, { timeout }) === true ? 'matches' : 'differs'
  } catch {
    pattern.givenUp = true
    return 'unknown'
  } finally {
    const took = performance.now() - start
    if (took > 1) pattern.spent += took
    if (pattern.spent > 3 * timeout) pattern.givenUp = true
    if (pattern.givenUp) lost += pattern.spent
    context.text = ''
  }
}

function compiled(pattern: string): Pattern | null {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const expression = expressionOf(pattern, 'u') ?? expressionOf(pattern, '')
  const made = expression && {
    ...{ expression, guarded: new Script(`${expression}.test(text)`) },
    ...{ known: new Map<string, Match>(), spent: 0, givenUp: false },
  }
  if (patterns.size >= most.patterns) patterns.clear()
  patterns.set(pattern, made)
  return made
}

/** JSON Schema asks for Unicode mode, which refuses escapes such as `\-` that people write all the same. */
function expressionOf(pattern: string, flags: 'u' | ''): RegExp | null {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return null
  }
}
