import { createContext, Script } from 'node:vm'

interface Pattern {
  readonly expression: RegExp
  /** Runs a match that can be broken off; absent where the pattern cannot take long. */
  readonly guarded: Script | null
}

const context = createContext({ text: '' })
const patterns = new Map<string, Pattern | null>()

/** Milliseconds until a match is given up. Far more than any sane pattern needs, so that a busy machine decides nothing. */
const patience = 1000

/** Whether a text matches an ECMA pattern; null where the pattern is no valid one or takes too long. */
export function matches(pattern: string, text: string): boolean | null {
  const known = compiled(pattern)
  if (known === null || text.length > 10_000) return null
  if (known.guarded === null) return known.expression.test(text)
  try {
    context.text = text
    return known.guarded.runInContext(context, { timeout: patience }) === true
  } catch {
    patterns.set(pattern, null)
    return null
  }
}

/** Whether the pattern can be used at all. */
export function isPattern(pattern: string): boolean {
  return compiled(pattern) !== null
}

function compiled(pattern: string): Pattern | null {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const made = compile(pattern)
  patterns.set(pattern, made)
  return made
}

function compile(pattern: string): Pattern | null {
  const expression = expressionOf(pattern, 'u') ?? expressionOf(pattern, '')
  if (expression === null) return null
  return { expression, guarded: repeatsTwice(pattern) ? new Script(`${expression}.test(text)`) : null }
}

/** JSON Schema asks for Unicode mode, which refuses escapes such as `\-` that people write all the same. */
function expressionOf(pattern: string, flags: 'u' | ''): RegExp | null {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return null
  }
}

/** A repetition around a repetition or a choice is what makes a match take exponential time. */
function repeatsTwice(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return /\([^()]*[*+{|][^()]*\)[*+{]/.test(plain) || /\(.*\(.*\).*\)[*+{]/.test(plain)
}
