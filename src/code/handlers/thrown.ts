import type ts from 'typescript'
import type { Gap } from '../../model/endpoint.js'
import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'
import type { Dialect, ThrownAnswer } from './dialect.js'
import { errorType } from './error-classes.js'
import { carriesStatus, statusOfError } from './error-status.js'
import type { Answer, Statuses, Thrown, Trace } from './exchange.js'
import { headerText } from './header-text.js'
import { rolesOf, walkFunction } from './read-handler.js'
import { functionsIn } from './targets.js'

/** What errors come to: answers where it is known how each is answered, gaps for the rest. */
export interface Outcome {
  readonly answers: readonly Answer[]
  readonly gaps: readonly Gap[]
}

const serverErrors = ['5XX', 'default']
const anyError = ['4XX', '5XX', 'default']

/** Leads every error that the chain may throw to the function that answers it. */
export function outcomeOf(
  project: Project,
  dialect: Dialect,
  handlers: readonly Reference[],
  throws: readonly Thrown[],
): Outcome {
  const outcomes = distinct(project, dialect, throws).map((thrown) => answerTo(project, dialect, handlers, thrown))
  return {
    answers: outcomes.flatMap((outcome) => outcome.answers),
    gaps: [
      { about: 'status', reason: 'an unexpected error is answered with a status of its own', statuses: serverErrors },
      ...gapForForeign(project, dialect, handlers),
      ...outcomes.flatMap((outcome) => outcome.gaps),
    ],
  }
}

/**
 * Who throws errors that the project does not construct, such as a validator's or a database's, is not known: what an error
 * handler answers to them may be sent. The gap has no place, so that it leaves the bodies that are seen as they are.
 */
function gapForForeign(project: Project, dialect: Dialect, handlers: readonly Reference[]): readonly Gap[] {
  const functions = handlers.flatMap((handler) => functionsIn(project.values.evaluate(handler)))
  const answers = functions.flatMap(
    (each) => walkFunction(project, each, dialect, rolesOf(dialect, each.node), foreign(project, each.node)).answers,
  )
  const statuses = new Set(answers.flatMap(({ statuses: given }) => (given.known ? given.values.map(String) : [])))
  if (statuses.size === 0) return []
  const reason = 'the error handler answers errors of other packages with it'
  return [{ about: 'status', reason, statuses: [...statuses].sort() }]
}

function foreign(project: Project, handler: ts.Node): Thrown {
  return { error: null, foreign: true, at: project.locate(handler) }
}

/** Errors of one class with one status are answered alike. */
export function distinct(project: Project, dialect: Dialect, throws: readonly Thrown[]): readonly Thrown[] {
  const kinds = new Map<Thrown, readonly unknown[]>()
  const kindOf = (thrown: Thrown) => [
    errorType(project, thrown)?.getSymbol(),
    statusOfError(project, thrown),
    JSON.stringify([dialect.thrown(thrown, project), thrown.said]),
  ]
  const seen = new Map<string, Thrown>()
  for (const thrown of new Set(throws)) {
    if (thrown.library !== undefined) {
      seen.set(`${thrown.library.module}:${thrown.library.name}:${thrown.status ?? ''}`, thrown)
      continue
    }
    const kind = kindOf(thrown)
    const known = [...kinds.values()].some((each) => each.every((part, index) => part === kind[index]))
    if (!known) kinds.set(thrown, kind)
  }
  return [...kinds.keys(), ...seen.values()]
}

/** What one error comes to by the error handlers, nearest first; by the framework where there is none. */
export function answerTo(project: Project, dialect: Dialect, handlers: readonly Reference[], thrown: Thrown): Outcome {
  const own = dialect.thrown(thrown, project)
  const status = statusOfError(project, thrown)
  const [handler, ...rest] = handlers
  if (handler === undefined) {
    const statuses = own?.statuses ?? (status === null ? refusalSaid(thrown) : { known: true, values: [status] })
    if (statuses?.known) return { answers: [written(statuses.values, thrown, own)], gaps: [] }
    return { answers: [], gaps: isBare(project, dialect, thrown) ? [] : [gapFor(thrown, anyError)] }
  }
  const value = project.values.evaluate(handler)
  const handled = dialect.handles?.(value, thrown) ?? null
  if (handled === 'passes') return answerTo(project, dialect, rest, thrown)
  if (handled !== null) return { answers: [], gaps: [gapFor(thrown, handled)] }
  const functions = functionsIn(value)
  if (functions.length === 0) {
    const answers = status === null ? [] : [unread([status], thrown)]
    return { answers, gaps: status === null && !isPlain(project, thrown) ? [gapFor(thrown, anyError)] : [] }
  }
  const traces = functions.map((each) =>
    walkFunction(project, each, dialect, rolesOf(dialect, each.node), isKnown(project, thrown) ? thrown : null),
  )
  const outcome = settle(traces, thrown, status)
  const passed = traces.some((trace) => trace.throws.length > 0 || trace.passes)
  if (!passed || outcome.answers.length > 0) return outcome
  const next = answerTo(project, dialect, rest, thrown)
  return { answers: next.answers, gaps: [...outcome.gaps, ...next.gaps] }
}

/** A refusing status that was set before an error which carries none is what the framework answers it with. */
function refusalSaid({ said }: Thrown): Statuses | null {
  return said?.statuses.known && said.statuses.values.every((status) => status >= 400) ? said.statuses : null
}

function isKnown(project: Project, thrown: Thrown): boolean {
  return thrown.library !== undefined || errorType(project, thrown) !== null || statusOfError(project, thrown) !== null
}

/** An error that whoever answers for the framework takes for a failure of the server: a validator's own is one in Express. */
function isBare(project: Project, { keeps }: Dialect, thrown: Thrown): boolean {
  return isPlain(project, thrown) || (keeps !== undefined && thrown.library !== undefined)
}

/** An error that carries no status: nothing about it says anything but 500. */
function isPlain(project: Project, thrown: Thrown): boolean {
  const type = errorType(project, thrown)
  return type !== null && !carriesStatus(project, type)
}

/** The error handler's answers to one error: those that are certain; what it might answer otherwise is a gap. */
export function settle(traces: readonly Trace[], thrown: Thrown, status: number | null): Outcome {
  const answers = traces.flatMap((trace) => trace.answers)
  const known = answers.filter((answer) => answer.statuses.known)
  const values = [...new Set(known.flatMap((answer) => (answer.statuses.known ? answer.statuses.values : [])))]
  const certain =
    thrown.error === null && thrown.library === undefined
      ? null
      : decisive(values, status, known.length < answers.length)
  if (certain !== null) {
    const chosen = known.filter((answer) => answer.statuses.known && answer.statuses.values.includes(certain))
    return { answers: chosen.map((answer) => ({ ...answer, statuses: { known: true, values: [certain] } })), gaps: [] }
  }
  if (answers.length === 0) return { answers: [], gaps: [gapFor(thrown, anyError)] }
  const hidden = known.length < answers.length ? anyError : [...values.map(String), ...serverErrors]
  return { answers: [], gaps: [gapFor(thrown, hidden)] }
}

function decisive(values: readonly number[], status: number | null, someUnknown: boolean): number | null {
  if (status !== null && values.includes(status)) return status
  const [only] = values
  return values.length === 1 && only !== undefined && !someUnknown ? only : null
}

function unread(values: readonly number[], thrown: Thrown): Answer {
  const content = { mediaType: '*/*', schema: { inexact: 'the error handler that writes it is not read' } }
  return { statuses: { known: true, values }, content, headers: [], at: thrown.at }
}

/** The framework answers the error, with a body of its own or with none. */
function written(values: readonly number[], thrown: Thrown, own: ThrownAnswer | null): Answer {
  if (own?.body === undefined) return unread(values, thrown)
  const content = own.body === null ? null : { ...own.body, implied: true as const }
  const headers = (own.headers ?? []).map((name) => ({ name, schema: headerText, at: thrown.at }))
  return { statuses: { known: true, values }, content, headers, at: thrown.at }
}

function gapFor(thrown: Thrown, statuses: readonly string[]): Gap {
  return {
    about: 'status',
    reason: 'an error is answered by the error handler with a status that is not known',
    at: thrown.at,
    statuses,
  }
}
