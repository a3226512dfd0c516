import picomatch from 'picomatch'
import { glob } from 'tinyglobby'
import type { Snapshot } from '../model/snapshot.js'

/** Which files: relative to the root, with `/`; links to folders are not followed, and names with a dot need a pattern with one. */
export interface Wanted {
  readonly patterns: readonly string[]
  readonly ignore: readonly string[]
  /** How many folders deep; any number where absent. */
  readonly deep?: number
}

/** The files of the project that match, sorted, each once: of its folder, or of the snapshot that stands for it. */
export async function findFiles(root: string, wanted: Wanted, snapshot?: Snapshot): Promise<string[]> {
  const found = snapshot === undefined ? await onDisk(root, wanted) : inSnapshot(snapshot, wanted)
  return [...new Set(found)].sort()
}

function onDisk(root: string, { patterns, ignore, deep }: Wanted): Promise<string[]> {
  const bounds = deep === undefined ? {} : { deep }
  return glob([...patterns], { cwd: root, ignore: [...ignore], followSymbolicLinks: false, onlyFiles: true, ...bounds })
}

function inSnapshot({ files }: Snapshot, { patterns, ignore, deep = Number.POSITIVE_INFINITY }: Wanted): string[] {
  const matches = picomatch([...patterns], { ignore: [...ignore] })
  return [...files.keys()].filter((file) => file.split('/').length - 1 <= deep && matches(file))
}
