import { resolve } from 'node:path'
import type { Place } from '../model/place.js'
import type { Snapshot } from '../model/snapshot.js'
import type { Wanted } from '../model/wanted.js'
import { snapshotWithin } from './within.js'

/** The files of a place that match, relative to it, sorted, each once. */
export async function findFiles(
  { root, folder, snapshot, journal }: Place,
  wanted: Wanted,
): Promise<readonly string[]> {
  const all =
    snapshot === undefined
      ? await onDisk(resolve(root, folder ?? ''), wanted)
      : await inSnapshot(folder === undefined ? snapshot : snapshotWithin(snapshot, folder), wanted)
  const found = [...new Set(all)].sort()
  journal?.saw({ kind: 'search', folder, wanted, found })
  return found
}

async function onDisk(root: string, { patterns, ignore, deep }: Wanted): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const bounds = deep === undefined ? {} : { deep }
  return glob([...patterns], { cwd: root, ignore: [...ignore], followSymbolicLinks: false, onlyFiles: true, ...bounds })
}

async function inSnapshot(
  { files }: Snapshot,
  { patterns, ignore, deep = Number.POSITIVE_INFINITY }: Wanted,
): Promise<string[]> {
  const { default: picomatch } = await import('picomatch')
  const matches = picomatch([...patterns], { ignore: [...ignore] })
  return [...files.keys()].filter((file) => file.split('/').length - 1 <= deep && matches(file))
}
