import { isAbsolute, relative, sep } from 'node:path'
import type { Snapshot } from '../model/snapshot.js'

/** What a snapshot says of a file: its text, that there is none, or nothing, where the file lies outside the project. */
export type Held =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'elsewhere' }

/** In: the file's path and the project's root, both absolute. */
export function heldBy(snapshot: Snapshot, root: string, path: string): Held {
  const way = relative(root, path)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return { kind: 'elsewhere' }
  const text = snapshot.files.get(way.split(sep).join('/'))
  return text === undefined ? { kind: 'missing' } : { kind: 'text', text }
}
