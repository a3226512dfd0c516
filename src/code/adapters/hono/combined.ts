import type { Gap } from '../../../model/endpoint.js'
import { answersOf } from '../../handlers/chain-parts.js'
import type { Dialect, ReadLink } from '../../handlers/dialect.js'
import { type Link, readLinks } from '../../handlers/middleware.js'
import { mergeTraces } from '../../handlers/read-handler.js'
import { securityOf } from '../../handlers/security.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { openedHandlers } from './handlers.js'

/**
 * `some(a, b)` of `hono/combine` lets a request go on where one of its functions does, and leaves the refusal to the last of
 * them; `except(condition, a)` is what stands here where the path does not decide.
 */
export function readCombined(project: Project, value: Value, dialect: Dialect): ReadLink | null {
  if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.module !== 'hono/combine') return null
  const { name } = value.callee
  if (name !== 'some' && name !== 'except') return null
  const own: Dialect = { ...dialect, givesBackOther: true }
  const given = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
  const all = given
    .slice(name === 'except' ? 1 : 0)
    .map((each) => openedHandlers(project, [each]).flatMap((one) => readLinks(project, one, own)))
  const links = all.flat()
  if (links.length === 0) return null
  const last = new Set(all.at(-1))
  const traces = links.map((link) => ({
    ...link.trace,
    answers: last.has(link) ? answersOf(link) : link.trace.answers,
    throws: last.has(link) ? link.trace.throws : [],
    gaps: [...link.trace.gaps, ...(last.has(link) ? hiddenBy(link) : [])],
  }))
  const asked = all.map((each) => securityOf(each, []))
  const guards = asked.flatMap((each) => (each.kind === 'guarded' ? [each] : []))
  const strict = name === 'some' && guards.length === asked.length
  const scheme = guards.flatMap(({ schemes }) => schemes)[0]
  const trace = { ...mergeTraces(traces), passes: true, open: false }
  const guarding = guards.length === 0 || (strict && scheme === undefined) ? null : { scheme: scheme ?? name }
  if (guarding === null) return { trace, known: strict || trace.unseen.length > 0 ? null : { statuses: [] } }
  return { trace, known: { statuses: [], guards: strict ? guarding : { ...guarding, optional: true } } }
}

function hiddenBy({ name, known, trace }: Link): readonly Gap[] {
  const statuses = known?.hidden ?? []
  return statuses.length === 0
    ? []
    : [{ about: 'status', reason: `\`${name}\` answers broken requests itself`, at: trace.at, statuses }]
}
