import type { Unresolved } from '../../model/location.js'
import type { Project } from '../project.js'
import type { Scope } from '../values/value.js'
import { reasonOf } from '../values/values.js'
import type { Candidate } from './candidate.js'
import { report } from './report.js'

/** The method that a registration calls, also where it is computed: `router[method](path, handler)`; null where it cannot be read, which is noted. */
export function methodNameOf(
  session: { readonly project: Project; readonly unresolved: Unresolved[] },
  { name }: Candidate,
  scope: Scope,
): string | null {
  if (typeof name === 'string') return name
  const { project } = session
  const value = project.values.evaluate({ expression: name, scope })
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value
  report(session, project.locate(name), `the method of a registration cannot be read: ${reasonOf(value)}`)
  return null
}
