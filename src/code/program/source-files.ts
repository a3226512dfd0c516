import { dirname } from 'node:path'
import ts from 'typescript'
import type { SourceFileCache } from './contracts.js'

/** Keeps parsed library files for the life of the process: most of what a fresh program costs. */
export function createSourceFileCache(): SourceFileCache {
  const kept = new Map<string, ts.SourceFile>()
  return {
    get(path, options, read) {
      const key = keyOf(path, options)
      const before = kept.get(key)
      if (before) return before
      const text = read()
      if (text === undefined) return undefined
      const file = ts.createSourceFile(path, text, options)
      kept.set(key, file)
      return file
    },
  }
}

const library = dirname(ts.getDefaultLibFilePath({}))
const ofCompiler = new Map<string, ts.SourceFile>()
let ofDependencies = new Map<string, ts.SourceFile>()

/**
 * What programs share that are opened one after the other in one process: the compiler's own library for good, and the
 * declaration files that the last program read. A text that has changed on disk since is parsed again.
 */
export function nextSourceFiles(): SourceFileCache {
  const before = ofDependencies
  const now = new Map<string, ts.SourceFile>()
  ofDependencies = now
  return {
    get(path, options, read) {
      const text = read()
      if (text === undefined) return undefined
      // Only declarations are bound alike under all options.
      if (!/\.d\.[cm]?ts$/.test(path)) return ts.createSourceFile(path, text, options)
      const key = keyOf(path, options)
      const kept = path.startsWith(`${library}/`) ? ofCompiler : now
      const known = kept.get(key) ?? before.get(key)
      const file = known?.text === text ? known : ts.createSourceFile(path, text, options)
      kept.set(key, file)
      return file
    },
  }
}

function keyOf(path: string, options: ts.CreateSourceFileOptions): string {
  return [path, options.languageVersion, options.impliedNodeFormat, options.jsDocParsingMode].join('|')
}
