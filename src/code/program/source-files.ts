import ts from 'typescript'
import type { SourceFileCache } from './contracts.js'

/** Keeps parsed library files for the life of the process: most of what a fresh program costs. */
export function createSourceFileCache(): SourceFileCache {
  const kept = new Map<string, ts.SourceFile>()
  return {
    get(path, options, read) {
      const key = [path, options.languageVersion, options.impliedNodeFormat, options.jsDocParsingMode].join('|')
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
