import { posix } from 'node:path'
import type { FolderEntry } from '../model/journal.js'
import type { Snapshot } from '../model/snapshot.js'
import { digest } from './digest.js'
import { namesFact } from './names.js'

/** What a snapshot shows under a path, as facts. */
export interface HeldFacts {
  text(path: string): string
  folder(path: string): string
  entries(path: string, endings: readonly string[] | undefined): string
}

/** Texts are named as git names them, where it does: then none needs to be read to know that it is the same. */
export function heldFacts({ files, ids }: Snapshot): HeldFacts {
  let folders: ReadonlyMap<string, readonly FolderEntry[]> | undefined
  const inFolder = (path: string) => {
    folders ??= foldersOf(files.keys())
    return folders.get(path)
  }
  const digests = new Map<string, string>()
  return {
    text(path) {
      const known = digests.get(path) ?? ids?.get(path)
      if (known !== undefined) return `t${known}`
      const text = files.get(path)
      if (text === undefined) return 'F'
      digests.set(path, digest(text))
      return `t${digest(text)}`
    },
    folder: (path) => (inFolder(path) === undefined ? 'D' : 'd'),
    entries: (path, endings) => namesFact(inFolder(path), endings),
  }
}

function foldersOf(paths: Iterable<string>): ReadonlyMap<string, readonly FolderEntry[]> {
  const folders = new Map<string, FolderEntry[]>([['', []]])
  const add = (path: string, kind: 'file' | 'folder'): void => {
    const above = posix.dirname(path) === '.' ? '' : posix.dirname(path)
    const known = folders.get(above)
    const folder = known ?? []
    folders.set(above, folder)
    folder.push({ name: posix.basename(path), kind })
    if (known === undefined) add(above, 'folder')
  }
  for (const path of paths) add(path, 'file')
  return folders
}
