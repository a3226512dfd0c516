import { dirname, relative } from 'node:path'
import ts from 'typescript'
import type { Disk } from './contracts.js'
import { matches } from './glob.js'
import type { VirtualFiles } from './virtual-files.js'

const library = dirname(ts.getDefaultLibFilePath({}))

/** Whether a path lies in a folder, both with `/`. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

export function createDisk(root: string, virtual?: VirtualFiles): Disk {
  const refused = new Set<string>()
  const memory = new Map([...(virtual?.files ?? [])].map(([path, text]) => [`${root}/${path}`, text]))
  const folders = new Set([...memory.keys()].flatMap((path) => foldersAbove(path, root)))
  const installed = (path: string) => path.includes('/node_modules/') || path.endsWith('/node_modules')
  const real = (path: string) => {
    if (memory.has(path) || folders.has(path)) return path
    return ts.sys.realpath?.(path) ?? path
  }
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
  return {
    refused,
    isVirtual: (path) => memory.has(path),
    readFile(path) {
      const text = memory.get(path)
      if (text !== undefined) return text
      return allowedFile(path) ? ts.sys.readFile(path) : undefined
    },
    fileExists(path) {
      if (memory.has(path)) return true
      if (allowedFile(path)) return ts.sys.fileExists(path)
      if (!virtual?.alone && ts.sys.fileExists(path)) refused.add(path)
      return false
    },
    directoryExists: (path) =>
      folders.has(path) || (allowed(path) || isInside(root, path) ? ts.sys.directoryExists(path) : false),
    realpath: real,
    getDirectories: (path) => (allowed(path) || isInside(root, path) ? ts.sys.getDirectories(path) : []),
    readDirectory(folder, extensions, excludes, includes, depth) {
      const onDisk = allowed(folder) ? ts.sys.readDirectory(folder, extensions, excludes, includes, depth) : []
      const inMemory = [...memory.keys()].filter((path) =>
        matches(relative(folder, path), extensions, excludes, includes),
      )
      return [...new Set([...onDisk, ...inMemory])].filter((path) => allowedFile(path) || memory.has(path))
    },
  }
}

function foldersAbove(path: string, root: string): string[] {
  const folders: string[] = []
  for (let folder = dirname(path); isInside(folder, root); folder = dirname(folder)) folders.push(folder)
  return folders
}
