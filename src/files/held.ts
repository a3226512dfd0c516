import { isAbsolute, relative, sep } from 'node:path'
import type { Journal } from '../model/journal.js'
import type { Snapshot } from '../model/snapshot.js'

/** What a snapshot says of a file: its text, that there is none, or nothing, where the file lies outside the project. */
export type Held =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'elsewhere' }

/** In: the file's path and the project's root, both absolute. */
export function heldBy(snapshot: Snapshot, root: string, path: string, journal?: Journal): Held {
  const way = relative(root, path)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return { kind: 'elsewhere' }
  const name = way.split(sep).join('/')
  journal?.saw({ kind: 'held', path: name })
  const text = snapshot.files.get(name)
  return text === undefined ? { kind: 'missing' } : { kind: 'text', text }
}
