import type ts from 'typescript'
import type { Journal } from '../../model/journal.js'
import type { VirtualFiles } from './virtual-files.js'

export interface OpenOptions {
  /** The tsconfig, absolute or relative to the root; absent: `tsconfig.json` of the root. */
  readonly config?: string
  /** Names of functions and guard classes that ask who the client is, beside the usual ones. */
  readonly authentication?: readonly string[]
  /** Files in memory over the folder. */
  readonly virtual?: VirtualFiles
  /** Takes down what is seen of the files. */
  readonly journal?: Journal | undefined
  /** Parsed library files to share between programs; absent: shared with the program opened before. */
  readonly cache?: SourceFileCache
}

/** What the program may read: the root, `node_modules` where TypeScript looks for it, and its own library files. */
export interface Disk {
  readFile(path: string): string | undefined
  fileExists(path: string): boolean
  directoryExists(path: string): boolean
  realpath(path: string): string
  getDirectories(path: string): string[]
  readDirectory(
    folder: string,
    extensions?: readonly string[],
    excludes?: readonly string[],
    includes?: readonly string[],
    depth?: number,
  ): string[]
  /** Paths outside that were asked for and refused. */
  readonly refused: ReadonlySet<string>
  /** Whether a text stands in memory. */
  isVirtual(path: string): boolean
}

/** Parsed files of TypeScript's own library and of dependencies, kept from one program to the next. */
export interface SourceFileCache {
  get(path: string, options: ts.CreateSourceFileOptions, read: () => string | undefined): ts.SourceFile | undefined
}

/** What the package.json files between the tsconfig and the root declare. */
export interface Manifests {
  readonly dependencies: ReadonlySet<string>
  /** What the nearest package.json needs at run time. */
  readonly needed: ReadonlySet<string>
  /** The range that the nearest declaration of TypeScript asks for. */
  readonly typescript: string | null
}
