import type ts from 'typescript'
import type { Gap } from '../../model/endpoint.js'
import { caughtBy } from './caught.js'
import { isInstanceOf } from './error-classes.js'
import { statusOfError } from './error-status.js'
import type { Thrown } from './exchange.js'
import { doubtOf } from './flow.js'
import { afterSaying } from './said.js'
import type { Flow, Frame, Session } from './session.js'

/** An error leaves: thrown, or handed to `next`. A caught one that is passed on carries what was caught. */
export function raise(
  session: Session,
  frame: Frame,
  error: ts.Expression,
  at: ts.Node,
  flow: Flow | null = null,
): void {
  const caught = caughtBy(session, frame, error)
  if (caught === null) {
    const thrown: Thrown = { error: { expression: error, scope: frame.scope }, at: session.project.locate(at) }
    const doubt = flow === null ? null : doubtOf(flow)
    if (doubt === null) frame.throws.push(...afterSaying(session, thrown, flow))
    else session.gaps.push(doubtfulError(session, thrown, doubt))
    return
  }
  if (caught.only !== null) {
    frame.throws.push(...afterSaying(session, caught.only, flow))
    return
  }
  const isAnswered = (thrown: Thrown) =>
    caught.excluded.some((excluded) => isInstanceOf(session, thrown, excluded) === true)
  const all = [...new Set(caught.throws.filter((thrown) => !isAnswered(thrown)))]
  frame.throws.push(...all.flatMap((thrown) => afterSaying(session, thrown, flow)))
  // Of errors that are not known to come here, what is said before is all that is known of the answer.
  const others = afterSaying(session, { error: null, foreign: true, at: session.project.locate(at) }, flow)
  frame.throws.push(...others.filter(({ said }) => said !== undefined))
}

/** What may be answered to an error of which it is not known whether it is ever thrown. */
function doubtfulError({ project }: Session, thrown: Thrown, reason: string): Gap {
  const status = statusOfError(project, thrown)
  const statuses = status === null ? ['4XX', '5XX', 'default'] : [String(status)]
  return { about: 'status', reason, at: thrown.at, statuses }
}
