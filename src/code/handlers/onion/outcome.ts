import type { Gap } from '../../../model/endpoint.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Dialect } from '../dialect.js'
import { statusOfError } from '../error-status.js'
import type { Thrown, Trace } from '../exchange.js'
import { mergeTraces } from '../read-handler.js'
import { functionsIn } from '../targets.js'
import { answerTo, distinct, type Outcome, settle } from '../thrown.js'
import { traceOf } from './remembered.js'

const serverErrors = ['5XX', 'default']

/** Leads every error outwards through the functions around it, nearest first, to the one that answers it, or to the framework. */
export function outcomeAround(
  project: Project,
  dialect: Dialect,
  around: readonly Reference[],
  throws: readonly Thrown[],
): Outcome {
  const outcomes = distinct(project, dialect, throws).map((thrown) => follow(project, dialect, around, thrown, 0))
  return {
    answers: outcomes.flatMap((outcome) => outcome.answers),
    gaps: outcomes.flatMap((outcome) => outcome.gaps),
  }
}

/** What holds of every endpoint: errors that nobody foresees, and those of other packages that the functions around answer. */
export function unforeseen(project: Project, dialect: Dialect, around: readonly Reference[]): readonly Gap[] {
  const anything: Gap = {
    about: 'status',
    reason: 'an unexpected error is answered with a status of its own',
    statuses: serverErrors,
  }
  const statuses = new Set<string>()
  for (const reference of around) {
    const foreign: Thrown = { error: null, foreign: true, at: project.locate(reference.expression) }
    for (const { statuses: given } of traceFor(project, dialect, reference, foreign)?.answers ?? []) {
      if (given.known) for (const status of given.values) statuses.add(String(status))
    }
  }
  const reason = 'the error handler answers errors of other packages with it'
  return statuses.size === 0 ? [anything] : [anything, { about: 'status', reason, statuses: [...statuses].sort() }]
}

const deepest = 12

function follow(
  project: Project,
  dialect: Dialect,
  around: readonly Reference[],
  thrown: Thrown,
  depth: number,
): Outcome {
  const [nearest, ...rest] = around
  if (nearest === undefined || depth > deepest) return answerTo(project, dialect, [], thrown)
  const trace = traceFor(project, dialect, nearest, thrown)
  // What does not run the functions behind, or only lets their errors pass, is not asked.
  if (trace === null || isUntouched(trace, thrown)) return follow(project, dialect, rest, thrown, depth + 1)
  const answered =
    trace.answers.length === 0 ? { answers: [], gaps: [] } : settle([trace], thrown, statusOfError(project, thrown))
  if (answered.answers.length > 0) return answered
  const onward = distinct(project, dialect, trace.throws).map((each) => follow(project, dialect, rest, each, depth + 1))
  return {
    answers: onward.flatMap((outcome) => outcome.answers),
    gaps: [...answered.gaps, ...onward.flatMap((outcome) => outcome.gaps)],
  }
}

function isUntouched({ answers, throws }: Trace, thrown: Thrown): boolean {
  return answers.length === 0 && throws.every((each) => each === thrown)
}

/** What one function does about an error of those behind it; null where it is not the project's. */
function traceFor(project: Project, dialect: Dialect, reference: Reference, thrown: Thrown): Trace | null {
  const functions = functionsIn(project.values.evaluate(reference))
  if (functions.length === 0) return null
  return mergeTraces(functions.map((each) => traceOf(project, dialect, each, thrown)))
}
