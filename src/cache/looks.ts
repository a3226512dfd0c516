import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderEntry } from '../model/journal.js'

/** What stands on the disk right now, each folder listed once. */
export interface Looks {
  kind(folder: string, name: string): 'file' | 'folder' | 'other' | 'none'
  entries(path: string): readonly FolderEntry[] | undefined
  /** The path itself where it leads nowhere, as the compiler has it. */
  real(folder: string, name: string): string
}

interface Listing {
  readonly exact: ReadonlyMap<string, Dirent>
  /** Names as a file system may see them that does not tell all spellings apart. */
  readonly folded: ReadonlySet<string>
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase()

export function createLooks(): Looks {
  const listings = new Map<string, Listing | 'missing' | undefined>()
  const reals = new Map<string, string>()

  function listing(folder: string): Listing | 'missing' | undefined {
    if (!listings.has(folder)) listings.set(folder, list(folder))
    return listings.get(folder)
  }

  /** A listing says of a name in one spelling what it is; of any other only the file system can tell. */
  function known(folder: string, name: string): Dirent | 'none' | undefined {
    const listed = name === '' ? undefined : listing(folder)
    if (listed === undefined || listed === 'missing') return listed === undefined ? undefined : 'none'
    return listed.exact.get(name) ?? (listed.folded.has(folded(name)) ? undefined : 'none')
  }

  function real(path: string): string {
    const before = reals.get(path)
    if (before !== undefined) return before
    const found = followed(path)
    reals.set(path, found)
    return found
  }

  return {
    kind(folder, name) {
      const entry = known(folder, name)
      if (entry === 'none') return 'none'
      if (entry?.isFile()) return 'file'
      if (entry?.isDirectory()) return 'folder'
      return kindOf(join(folder, name))
    },
    entries(path) {
      const listed = listing(path)
      return listed === undefined || listed === 'missing' ? undefined : [...listed.exact.values()].map(entryOf)
    },
    real(folder, name) {
      const entry = known(folder, name)
      const path = join(folder, name)
      if (entry === 'none') return path
      if (entry?.isFile() || entry?.isDirectory()) return join(real(folder), name)
      return real(path)
    },
  }
}

function list(folder: string): Listing | 'missing' | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return {
      exact: new Map(entries.map((entry) => [entry.name, entry])),
      folded: new Set(entries.map(({ name }) => folded(name))),
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : undefined
  }
}

const entryOf = (entry: Dirent): FolderEntry => ({
  name: entry.name,
  kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
})

function kindOf(path: string): 'file' | 'folder' | 'other' | 'none' {
  try {
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) return 'none'
    return facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'none'
  }
}

function followed(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
