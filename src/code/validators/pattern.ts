import { matchOf } from '../../patterns/matching.js'
import type { Value } from '../values/value.js'

/** The source of a regular expression; null where it has flags that a `pattern` cannot say. */
export function patternIn(value: Extract<Value, { kind: 'regexp' }>): string | null {
  const [, source = value.source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value.node.getText()) ?? []
  return /[ismx]/.test(flags) ? null : source
}

/** Whether a text is of a pattern; of one that cannot be read, or takes too long, it may be. */
export function fits(pattern: string, text: string): boolean {
  return matchOf(pattern, text) !== 'differs'
}
