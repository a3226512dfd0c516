import type { Severity } from '../model/finding.js'
import type { CostSettings, RuleOverride, RuleSettings } from '../model/options.js'
import type { UserError } from '../model/user-error.js'

/** The lowest severity that fails a run. */
export type FailOn = Severity | 'never'

/** What a configuration file may say; every key is optional. Files are relative to the configuration file. */
export interface Config {
  readonly spec?: string | readonly string[]
  readonly project?: string | readonly string[]
  /** A document that stands for the code. */
  readonly code?: string
  /** A path prefix of every route that the code does not show, such as one from the environment. */
  readonly prefix?: string
  /** Endpoint patterns that are left out on both sides: `METHOD /glob`, or `/glob`. */
  readonly ignore?: readonly string[]
  /** Names of middlewares, wrappers and guard classes that ask who the client is, beside the usual ones. */
  readonly authentication?: readonly string[]
  readonly rules?: RuleSettings
  readonly overrides?: readonly RuleOverride[]
  readonly failOn?: FailOn
  /** The least share of documented elements that has to be verified, in percent. */
  readonly minCoverage?: number
  /** `name` or `name:file`. */
  readonly format?: string | readonly string[]
  readonly cost?: Partial<CostSettings>
  readonly allowRemote?: boolean
  /** The file of known findings. */
  readonly baseline?: string
}

/** What holds for one run: flags over file over defaults. */
export interface Settings {
  readonly spec?: readonly string[]
  readonly project?: readonly string[]
  readonly code?: string
  readonly prefix?: string
  readonly ignore: readonly string[]
  readonly authentication: readonly string[]
  readonly rules: RuleSettings
  readonly overrides: readonly RuleOverride[]
  readonly failOn: FailOn
  readonly minCoverage?: number
  readonly format: readonly string[]
  readonly cost: CostSettings
  readonly allowRemote: boolean
  readonly baseline?: string
}

/** Settings that one source makes: the command line, or a file. */
export interface Layer {
  /** The source as a person knows it: `command line`, `tattletype.config.json`. */
  readonly from: string
  readonly values: Partial<Omit<Settings, 'cost'>> & { readonly cost?: Partial<CostSettings> }
}

/** A setting and the sources that made it, first to last. */
export interface Origin {
  readonly value: unknown
  readonly from: readonly string[]
}

/** The ids that a configuration may name. */
export interface Vocabulary {
  readonly rules: readonly string[]
  readonly formats: readonly string[]
}

/** What is asked of the reader of configuration files. */
export interface ConfigRequest {
  readonly root: string
  /** The file that `--config` names. */
  readonly file?: string
  /** Whether a configuration that is code may be run. */
  readonly execute: boolean
  readonly vocabulary: Vocabulary
}

/** A value, or the one mistake that kept it from being read. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: UserError }
