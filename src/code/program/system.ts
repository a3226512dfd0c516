import { readdirSync } from 'node:fs'
import ts from 'typescript'
import type { FolderEntry, Journal } from '../../model/journal.js'

/** What TypeScript asks of a folder: links count as what they lead to. */
export interface FolderNames {
  readonly files: readonly string[]
  readonly directories: readonly string[]
}

/** The only way from the compiler to the disk: every answer is taken down. */
export interface System {
  readFile(path: string): string | undefined
  fileExists(path: string): boolean
  directoryExists(path: string): boolean
  realpath(path: string): string
  /** Of the files only those with one of these endings, where there are any. */
  entries(path: string, endings?: readonly string[]): FolderNames
}

export function watchedSystem(journal: Journal | undefined): System {
  const reals = new Map<string, string>()
  const system: System = {
    readFile(path) {
      const text = ts.sys.readFile(path)
      journal?.saw({ kind: 'text', path, text, as: 'marked' })
      return text
    },
    fileExists(path) {
      const is = ts.sys.fileExists(path)
      journal?.saw({ kind: 'file', path, is })
      return is
    },
    directoryExists(path) {
      const is = ts.sys.directoryExists(path)
      journal?.saw({ kind: 'folder', path, is })
      return is
    },
    realpath(path) {
      const known = reals.get(path)
      if (known !== undefined) return known
      const real = ts.sys.realpath?.(path) ?? path
      journal?.saw({ kind: 'real', path, real })
      reals.set(path, real)
      return real
    },
    entries(path, endings) {
      const entries = listed(path)?.filter((entry) => entry.kind !== 'file' || endsIn(entry.name, endings))
      journal?.saw({ kind: 'entries', path, endings, entries })
      const is = (wanted: 'file' | 'folder') => (entry: FolderEntry) => {
        if (entry.kind !== 'link') return entry.kind === wanted
        return wanted === 'file'
          ? system.fileExists(`${path}/${entry.name}`)
          : system.directoryExists(`${path}/${entry.name}`)
      }
      const names = (wanted: 'file' | 'folder') =>
        (entries ?? [])
          .filter(is(wanted))
          .map(({ name }) => name)
          .sort()
      return { files: names('file'), directories: names('folder') }
    },
  }
  return system
}

function listed(path: string): readonly FolderEntry[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
    }))
  } catch {
    // To the compiler a folder that cannot be listed is an empty one.
    return undefined
  }
}

const endsIn = (name: string, endings: readonly string[] | undefined): boolean =>
  endings === undefined || endings.some((ending) => name.endsWith(ending))
