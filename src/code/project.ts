import type ts from 'typescript'
import type { Location } from '../model/location.js'
import type { TypeReader } from './types/reader.js'
import type { Evaluator } from './values/evaluator.js'

/** The code under audit: one TypeScript program and the tools that read it. */
export interface Project {
  readonly root: string
  /** The tsconfig, relative to the root. */
  readonly config: string
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** The project's own source files: no declaration files, no dependencies, no tests. */
  readonly files: readonly ts.SourceFile[]
  /** Names of all declared dependencies (dependencies, devDependencies, peerDependencies of the nearest package.json and those above it up to the root). */
  readonly dependencies: ReadonlySet<string>
  readonly types: TypeReader
  readonly values: Evaluator
  readonly notices: readonly string[]
  /** Names that the project's people say ask who the client is: of functions, and of guard classes. */
  readonly authentication: readonly string[]
  locate(node: ts.Node): Location
  /** The text of a file inside the root that is no part of the program, such as a framework's configuration; by its absolute path. */
  readText(path: string): string | undefined
}
