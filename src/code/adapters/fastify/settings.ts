import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'

/** One setting of an options object: its text, null where it is not set, and false where it cannot be read. */
export function textSetting(project: Project, options: Value | null, name: string): string | null | false {
  if (options === null) return null
  const value = project.values.property(options, name)
  return textOf(value)
}

function textOf(value: Value): string | null | false {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : null
  if (value.kind !== 'choice') return false
  // A fallback beside something from the environment: the fallback is what the code says.
  const texts = value.options.map(textOf).filter((text) => typeof text === 'string')
  return texts.length === 1 ? (texts[0] ?? false) : false
}

/** A setting that is there; null where it is absent or `undefined`. */
export function setting(project: Project, options: Value | null, name: string): Value | null {
  if (options === null || (options.kind !== 'object' && options.kind !== 'choice')) return null
  const value = project.values.property(options, name)
  return value.kind === 'literal' && value.value === undefined ? null : value
}
