import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { patternIn } from '../pattern.js'
import type { Given } from './steps.js'

/** What a step of a chain is given, from its arguments. */
export function givenBy(project: Project, [first, second]: readonly Value[]): Given {
  if (first === undefined) return { options: undefined, unknown: false }
  // `matches(/x/, 'i')`: flags beside the pattern are no part of it.
  const pattern = first.kind === 'regexp' && second === undefined ? patternIn(first) : null
  if (pattern !== null) return { options: undefined, pattern, unknown: false }
  const known = project.values.literal(first)
  if (!known.known) return { options: undefined, unknown: true }
  const isText = typeof known.value === 'string' && second === undefined
  return { options: known.value, unknown: false, ...(isText ? { pattern: String(known.value) } : {}) }
}
