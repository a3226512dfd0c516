import ts from 'typescript'
import type { FolderNames } from './system.js'

type MatchFiles = (
  folder: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  caseSensitive: boolean,
  current: string,
  depth: number | undefined,
  entries: (path: string) => FolderNames,
  realpath: (path: string) => string,
) => string[]

/**
 * The compiler's own reading of `include` and `exclude`, on folders that are asked of us. `ts.sys.readDirectory` is this function
 * on the disk, which would not tell where it has looked; it is exported for the compiler's tools, and not declared.
 */
// The declared types of the package leave it out; a test holds that it is there.
export const matchFiles = (ts as unknown as { readonly matchFiles: MatchFiles }).matchFiles
