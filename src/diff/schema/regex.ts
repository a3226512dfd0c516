import { createContext, Script } from 'node:vm'

const context = createContext({ text: '' })
const scripts = new Map<string, Script | null>()

/** Milliseconds that one match may take; a pattern that needs longer on a short text is not a pattern to wait for. */
const patience = 50

/** Whether a text matches an ECMA pattern; null where the pattern is no valid one or takes too long. */
export function matches(pattern: string, text: string): boolean | null {
  const script = scripts.has(pattern) ? scripts.get(pattern) : compile(pattern)
  if (!script || text.length > 10_000) return null
  try {
    context.text = text
    return script.runInContext(context, { timeout: patience }) === true
  } catch {
    scripts.set(pattern, null)
    return null
  }
}

/** Whether the pattern can be used at all. */
export function isPattern(pattern: string): boolean {
  return (scripts.has(pattern) ? scripts.get(pattern) : compile(pattern)) != null
}

function compile(pattern: string): Script | null {
  let script: Script | null = null
  try {
    const expression = new RegExp(pattern)
    script = new Script(`new RegExp(${JSON.stringify(expression.source)}).test(text)`)
  } catch {
    script = null
  }
  scripts.set(pattern, script)
  return script
}
