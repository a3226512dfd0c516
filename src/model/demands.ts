import type { Severity } from './finding.js'

/** The lowest severity that fails a run. */
export type FailOn = Severity | 'never'

/** What one report is held to. */
export interface Limits {
  readonly failOn: FailOn
  /** The least share of documented elements that has to be verified, in percent. */
  readonly minCoverage?: number
}

/** What a report is held to: the settings of a run, or of each of several projects. */
export interface Demands {
  readonly settings: Limits
  readonly projects?: readonly { readonly name: string; readonly settings: Limits }[]
}
