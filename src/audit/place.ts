import { posix, resolve } from 'node:path'
import { snapshotWithin } from '../files/within.js'
import type { AuditOptions } from '../model/options.js'
import type { Snapshot } from '../model/snapshot.js'

/** Where something is looked for that the options do not name. */
export interface Place {
  /** Absolute. */
  readonly root: string
  readonly snapshot?: Snapshot
  /** What is found there, relative to the root of the audit. */
  fromRoot(file: string): string
}

/** The folder of the options, or the root. */
export function placeOf({ root, folder = '', snapshot }: Pick<AuditOptions, 'root' | 'folder' | 'snapshot'>): Place {
  const way = posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, '')
  if (way === '.') return { root, fromRoot: (file) => file, ...(snapshot === undefined ? {} : { snapshot }) }
  return {
    root: resolve(root, way),
    fromRoot: (file) => posix.join(way, file),
    ...(snapshot === undefined ? {} : { snapshot: snapshotWithin(snapshot, way) }),
  }
}
