import type ts from 'typescript'
import { caughtBy } from './conditions.js'
import { isInstanceOf } from './error-classes.js'
import type { Thrown } from './exchange.js'
import type { Frame, Session } from './session.js'

/** An error leaves: thrown, or handed to `next`. A caught one that is passed on carries what was caught. */
export function raise(session: Session, frame: Frame, error: ts.Expression, at: ts.Node): void {
  const caught = caughtBy(session, frame, error)
  if (caught === null) {
    frame.throws.push({ error: { expression: error, scope: frame.scope }, at: session.project.locate(at) })
    return
  }
  if (caught.only !== null) {
    frame.throws.push(caught.only)
    return
  }
  const isAnswered = (thrown: Thrown) =>
    caught.excluded.some((excluded) => isInstanceOf(session, thrown, excluded) === true)
  frame.throws.push(...new Set(caught.throws.filter((thrown) => !isAnswered(thrown))))
}
