import type { Journal, Sight } from '../model/journal.js'

/** Hands on what is seen to everybody who stands on it, also to who comes later: several answers are read from one program. */
export interface Relay extends Journal {
  tell(journal: Journal): void
}

export function createRelay(): Relay {
  const sights: Sight[] = []
  const journals = new Set<Journal>()
  return {
    saw(sight) {
      sights.push(sight)
      for (const journal of journals) journal.saw(sight)
    },
    tell(journal) {
      if (journals.has(journal)) return
      journals.add(journal)
      for (const sight of sights) journal.saw(sight)
    },
  }
}
