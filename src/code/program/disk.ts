import { dirname } from 'node:path'
import ts from 'typescript'
import type { Journal } from '../../model/journal.js'
import type { Disk } from './contracts.js'
import { isInside } from './inside.js'
import { matchFiles } from './match-files.js'
import { memoryFiles } from './memory.js'
import { type FolderNames, watchedSystem } from './system.js'
import type { VirtualFiles } from './virtual-files.js'

const library = dirname(ts.getDefaultLibFilePath({}))

/** The project's files, in memory or on disk, as far as they may be read. */
export function createDisk(root: string, virtual?: VirtualFiles, journal?: Journal): Disk {
  const refused = new Set<string>()
  const memory = memoryFiles(root, virtual, journal)
  const system = watchedSystem(journal)
  const isVirtual = (path: string) => memory.text(path) !== undefined
  const installed = (path: string) => path.includes('/node_modules/') || path.endsWith('/node_modules')
  const real = (path: string) => (isVirtual(path) || memory.isFolder(path) ? path : system.realpath(path))
  const allowed = (path: string) => {
    if (installed(path) || isInside(path, library)) return true
    return isInside(path, root) && !virtual?.alone
  }
  const allowedFile = (path: string) => {
    if (!allowed(path)) return false
    if (installed(path) || isInside(path, library)) return true
    // A link inside the root may lead out of it.
    return allowed(real(path))
  }
  const entries = (path: string, endings: readonly string[] | undefined): FolderNames => {
    const inMemory = memory.entries(path, endings)
    const onDisk = allowed(path) ? system.entries(path, endings) : { files: [], directories: [] }
    return {
      files: joined(onDisk.files, inMemory.files),
      directories: joined(onDisk.directories, inMemory.directories),
    }
  }
  return {
    refused,
    isVirtual,
    readFile(path) {
      const text = memory.text(path)
      if (text !== undefined) return text
      return allowedFile(path) ? system.readFile(path) : undefined
    },
    fileExists(path) {
      if (isVirtual(path)) return true
      if (allowedFile(path)) return system.fileExists(path)
      if (!virtual?.alone && system.fileExists(path)) refused.add(path)
      return false
    },
    directoryExists: (path) =>
      memory.isFolder(path) || (allowed(path) || isInside(root, path) ? system.directoryExists(path) : false),
    realpath: real,
    getDirectories: (path) => [...(allowed(path) || isInside(root, path) ? system.entries(path).directories : [])],
    readDirectory: (folder, extensions, excludes, includes, depth) =>
      matchFiles(
        folder,
        extensions,
        excludes,
        includes,
        ts.sys.useCaseSensitiveFileNames,
        root,
        depth,
        (path) => entries(path, extensions),
        real,
      ).filter((path) => allowedFile(path) || isVirtual(path)),
  }
}

const joined = (some: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 ? some : [...new Set([...some, ...others])].sort()
