import type { Location } from '../../../model/location.js'
import type { Session } from './session.js'

/** Notes what could not be followed, once for each place. */
export function report(session: Session, at: Location, reason: string): void {
  const known = session.unresolved.some(
    (each) =>
      each.reason === reason && each.at.file === at.file && each.at.line === at.line && each.at.column === at.column,
  )
  if (!known) session.unresolved.push({ at, reason })
}
