import { dirname } from 'node:path'
import type { Journal } from '../../model/journal.js'
import { isInside } from './inside.js'
import type { FolderNames } from './system.js'
import type { VirtualFiles } from './virtual-files.js'

/** The files in memory as a disk would show them; every answer is taken down. Paths are absolute. */
export interface MemoryFiles {
  text(path: string): string | undefined
  isFolder(path: string): boolean
  entries(path: string, endings?: readonly string[]): FolderNames
}

export function memoryFiles(
  root: string,
  virtual: VirtualFiles | undefined,
  journal: Journal | undefined,
): MemoryFiles {
  if (virtual === undefined) return nothing
  const { files } = virtual
  const folders = foldersOf(
    [...files.keys()].map((path) => `${root}/${path}`),
    root,
  )
  const within = (path: string) => (path === root ? '' : path.slice(root.length + 1))
  return {
    text(path) {
      if (!path.startsWith(`${root}/`)) return undefined
      journal?.saw({ kind: 'held', path: within(path) })
      return files.get(within(path))
    },
    isFolder(path) {
      if (!isInside(path, root)) return false
      journal?.saw({ kind: 'held-folder', path: within(path) })
      return folders.has(path)
    },
    entries(path, endings) {
      if (!isInside(path, root)) return none
      journal?.saw({ kind: 'held-entries', path: within(path), endings })
      return folders.get(path) ?? none
    },
  }
}

const none: FolderNames = { files: [], directories: [] }
const nothing: MemoryFiles = { text: () => undefined, isFolder: () => false, entries: () => none }

/** The folders down from the root that the paths lie in, and what stands in each. */
function foldersOf(paths: readonly string[], root: string): ReadonlyMap<string, FolderNames> {
  const found = new Map<string, { readonly files: string[]; readonly directories: string[] }>()
  const add = (path: string, kind: 'files' | 'directories'): void => {
    const above = dirname(path)
    if (!isInside(above, root)) return
    const known = found.get(above)
    const folder = known ?? { files: [], directories: [] }
    found.set(above, folder)
    folder[kind].push(path.slice(above.length + 1))
    if (known === undefined) add(above, 'directories')
  }
  for (const path of [...paths].sort()) add(path, 'files')
  for (const { directories } of found.values()) directories.sort()
  return found
}
