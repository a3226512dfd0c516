import { posix } from 'node:path'
import type { AuditOptions } from '../model/options.js'
import type { Place } from '../model/place.js'

/** Where something is looked for that the options do not name: the folder of the options, or the root. */
interface Home extends Place {
  /** What is found there, relative to the root of the audit. */
  fromRoot(file: string): string
}

export function placeOf({
  root,
  folder = '',
  snapshot,
  journal,
}: Pick<AuditOptions, 'root' | 'folder' | 'snapshot' | 'journal'>): Home {
  const way = posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, '')
  const home = { root, snapshot, journal }
  if (way === '.') return { ...home, fromRoot: (file) => file }
  return { ...home, folder: way, fromRoot: (file) => posix.join(way, file) }
}
