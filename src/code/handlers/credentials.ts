import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'
import type { Dialect } from './dialect.js'
import { errorType } from './error-classes.js'
import { statusOfError } from './error-status.js'
import type { InputRead, Thrown } from './exchange.js'
import type { Link } from './middleware.js'
import { refuses } from './security.js'
import { outcomeOf } from './thrown.js'

/** A middleware that throws refuses as one that answers does: the link with the answers to its errors. */
export function withThrown(project: Project, errorHandlers: readonly Reference[], dialect: Dialect, link: Link): Link {
  const [first] = link.trace.throws
  if (first === undefined) return link
  const { answers } = outcomeOf(project, dialect, errorHandlers, link.trace.throws)
  const placed = answers.map((answer) => ({ ...answer, at: first.at }))
  return withRaised(project, dialect, {
    ...link,
    trace: { ...link.trace, answers: [...link.trace.answers, ...placed] },
  })
}

/** The link, noted where an error is written that may be answered with any status. */
export function withRaised(project: Project, dialect: Dialect, link: Link): Link {
  const isUntold = (thrown: Thrown) =>
    thrown.error !== null &&
    thrown.library === undefined &&
    errorType(project, thrown) === null &&
    statusOfError(project, thrown) === null &&
    dialect.thrown(thrown, project) === null
  return link.trace.throws.some(isUntold) ? { ...link, raises: true } : link
}

/** What a middleware reads, told apart: by what it refuses strangers, or tells requests apart, and what it takes as a parameter. */
export function withCredentials(link: Link, reads: readonly InputRead[]): readonly InputRead[] {
  const guards = refuses(link, [401, 403])
  return reads.map((read) => (guards || isTracing(read) ? { ...read, credential: true } : read))
}

/** A header by which a middleware tells requests apart in the logs: any client may send it, and none need know of it. */
function isTracing({ place, path }: InputRead): boolean {
  return place === 'header' && /^(x-)?(request|correlation|trace)-?id$|^x-b3-/i.test(path[0] ?? '')
}
