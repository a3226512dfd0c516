import { join } from 'node:path'
import { findFiles } from '../files/find.js'
import type { Place } from '../model/place.js'
import { digest } from './digest.js'
import { type HeldFacts, heldFacts } from './held.js'
import { createLooks, type Looks } from './looks.js'
import { endingsOf, namesFact } from './names.js'
import type { Stamps } from './stamps.js'
import type { Fact, Facts, Trace } from './trace.js'

/** Whether everything that was seen then is the same now. */
export async function holds({ disk, held, searches }: Trace, place: Place, stamps: Stamps): Promise<boolean> {
  const { root, snapshot } = place
  const shown = snapshot === undefined ? undefined : heldFacts(snapshot)
  if (!every(held, (path, _, __, fact) => shown !== undefined && isHeld(shown, path === '.' ? '' : path, fact)))
    return false
  const looks = createLooks()
  if (!every(disk, (path, folder, name, fact) => isSeen(path, folder, name, fact, looks, stamps))) return false
  for (const { folder, wanted, found } of searches) {
    const now = await findFiles({ root, snapshot, ...(folder === undefined ? {} : { folder }) }, wanted)
    if (digest(now.join('\0')) !== found) return false
  }
  return true
}

function every(facts: Facts, test: (path: string, folder: string, name: string, fact: Fact) => boolean): boolean {
  for (const [folder, names] of facts)
    for (const [name, words] of names) {
      const path = join(folder, name)
      for (const fact of words) if (!test(path, folder, name, fact)) return false
    }
  return true
}

function isSeen(path: string, folder: string, name: string, fact: Fact, looks: Looks, stamps: Stamps): boolean {
  switch (fact[0]) {
    case 'f':
      return looks.kind(folder, name) === 'file'
    case 'F':
      return looks.kind(folder, name) !== 'file'
    case 'd':
      return looks.kind(folder, name) === 'folder'
    case 'D':
      return looks.kind(folder, name) !== 'folder'
    case 'e':
      return namesFact(looks.entries(path), endingsOf(fact)) === fact
    case 'r':
      return looks.real(folder, name) === (fact === 'r' ? path : fact.slice(1))
    case 't':
    case 'u':
    case 'h':
      return looks.kind(folder, name) === 'file' && stamps.digest(path, fact[0]) === fact.slice(1)
    default:
      return false
  }
}

function isHeld(shown: HeldFacts, path: string, fact: Fact): boolean {
  switch (fact[0]) {
    case 't':
    case 'F':
      return shown.text(path) === fact
    case 'd':
    case 'D':
      return shown.folder(path) === fact
    case 'e':
      return shown.entries(path, endingsOf(fact)) === fact
    default:
      return false
  }
}
