import type { Config } from '@redocly/openapi-core'
import type { DocumentProblem } from '../../model/contract.js'

/** The lint configuration in force, and what of the project's was left out, one sentence each. */
export interface LintConfig {
  readonly config: Config
  readonly notices: readonly string[]
  /** The project's file, where it is the one in force. */
  readonly file?: string
}

/** What the lint found, and what a reader should know of how it was asked. */
export interface Lint {
  readonly problems: readonly DocumentProblem[]
  readonly notices: readonly string[]
}
