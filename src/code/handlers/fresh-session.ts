import type { Session } from './session.js'

/** A reading of its own that has gathered nothing yet and may look at `budget` nodes. */
export function freshSession(
  given: Pick<Session, 'project' | 'dialect' | 'walk'>,
  budget: number,
  begins: Session['begins'] = 'known',
): Session {
  const { project, dialect, walk } = given
  return {
    project,
    dialect,
    walk,
    budget,
    answers: [],
    reads: [],
    demands: [],
    gaps: [],
    unseen: [],
    passes: [],
    patches: [],
    onward: [],
    rethrown: new Set(),
    names: new Set(),
    begins,
  }
}
