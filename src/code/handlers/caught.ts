import type ts from 'typescript'
import type { Caught, Frame, Session } from './session.js'
import { trackedOf } from './tracked.js'

/** What an expression stands for that holds a caught error; null for any other. */
export function caughtBy(session: Session, frame: Frame, expression: ts.Expression): Caught | null {
  const tracked = trackedOf(session, frame, expression)
  return tracked?.kind === 'caught' ? tracked.caught : null
}
