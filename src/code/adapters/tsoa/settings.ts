import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { findConfig, memberOf } from './config.js'

/** What the configuration of tsoa says of the routes that it writes. */
interface Settings {
  readonly basePath: string
  /** The server that the routes are written for. */
  readonly server: 'express' | 'other'
  /** What becomes of fields that no type lists: `noImplicitAdditionalProperties`. */
  readonly extras: 'kept' | 'dropped' | 'refused'
  /** Values of a body are turned into the wanted type before they are checked: `bodyCoercion`. */
  readonly coerces: boolean
  /** A `number` without a tag is a whole one: `defaultNumberType`. */
  readonly wholeNumbers: boolean
  /** What is asked for where no decorator says so: `rootSecurity`. */
  readonly security: readonly string[]
  readonly unresolved: readonly Unresolved[]
}

const memory = new WeakMap<Project, Settings>()

/** Reads the configuration; without one the routes stand at the top. */
export function readSettings(project: Project): Settings {
  const known = memory.get(project)
  if (known) return known
  const found = findConfig(project)
  const says = found !== null && 'says' in found ? found.says : {}
  const routes = memberOf(says, 'routes')
  const basePath = memberOf(routes, 'basePath')
  const extras = memberOf(says, 'noImplicitAdditionalProperties')
  const rootSecurity = memberOf(memberOf(says, 'spec'), 'rootSecurity')
  const server = memberOf(routes, 'middleware')
  const settings: Settings = {
    server: server === undefined || server === 'express' ? 'express' : 'other',
    basePath: typeof basePath === 'string' ? basePath : '',
    extras: extras === 'throw-on-extras' ? 'refused' : extras === 'silently-remove-extras' ? 'dropped' : 'kept',
    coerces: memberOf(routes, 'bodyCoercion') !== false,
    wholeNumbers: /^(integer|long)$/.test(String(memberOf(says, 'defaultNumberType'))),
    security: Array.isArray(rootSecurity) ? rootSecurity.flatMap((one: unknown) => namesOf(one)) : [],
    unresolved: found !== null && 'unread' in found ? [unread(found.file)] : [],
  }
  memory.set(project, settings)
  return settings
}

const namesOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : []

function unread(file: string): Unresolved {
  const reason = `the configuration of tsoa is not read, so that the path before its routes is not known`
  return { at: { file, line: 1, column: 1 }, reason }
}
