import type { Config } from '@redocly/openapi-core'
import type { Unresolved } from '../../model/location.js'

/** The lint configuration in force, and what of the project's was left out. */
export interface LintConfig {
  readonly config: Config
  readonly notices: readonly Unresolved[]
}
