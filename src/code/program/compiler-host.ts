import { dirname } from 'node:path'
import ts from 'typescript'
import type { Disk, SourceFileCache } from './contracts.js'
import { followingImports } from './imports.js'

/** The program's way to files. Texts of dependencies are parsed without their comments: nobody reads them. */
export function createHost(
  disk: Disk,
  options: ts.CompilerOptions,
  folder: string,
  root: string,
  cache: SourceFileCache,
): ts.CompilerHost {
  const library = dirname(ts.getDefaultLibFilePath(options))
  return {
    ...followingImports(options, disk, folder, root),
    getSourceFile(path, languageVersion) {
      const wanted = typeof languageVersion === 'object' ? languageVersion : { languageVersion }
      const read = () => disk.readFile(path)
      if (!disk.isVirtual(path) && (path.startsWith(`${library}/`) || path.includes('/node_modules/'))) {
        return cache.get(path, { ...wanted, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, read)
      }
      const text = read()
      return text === undefined ? undefined : ts.createSourceFile(path, text, wanted)
    },
    getDefaultLibFileName: (each) => ts.getDefaultLibFilePath(each),
    getDefaultLibLocation: () => library,
    writeFile: () => undefined,
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (path) => (ts.sys.useCaseSensitiveFileNames ? path : path.toLowerCase()),
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getNewLine: () => '\n',
    fileExists: (path) => disk.fileExists(path),
    readFile: (path) => disk.readFile(path),
    directoryExists: (path) => disk.directoryExists(path),
    getDirectories: (path) => disk.getDirectories(path),
    realpath: (path) => disk.realpath(path),
  }
}
