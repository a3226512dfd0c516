import type { FailOn } from '../model/demands.js'
import type { CostSettings, RuleOverride, RuleSettings } from '../model/options.js'
import type { UserError } from '../model/user-error.js'

/** What can be said of one document and its code; every key is optional. */
export interface PairConfig {
  /** How a report over several projects calls this one; its folder where absent. */
  readonly name?: string
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
  readonly cost?: Partial<CostSettings>
  readonly allowRemote?: boolean
}

/** One of several projects; it needs a folder, or a name. */
export interface ProjectConfig extends PairConfig {
  /** Where its files are relative to, itself relative to the configuration file; its own configuration there is read too. */
  readonly folder?: string
}

/** What a configuration file may say. Files are relative to the configuration file. */
export interface Config extends PairConfig {
  /**
   * Several projects in one repository: folders, globs of folders that have a configuration of their own (`!` in front takes
   * some out), or what to say of one. Each begins with what the configuration says beside them.
   */
  readonly projects?: readonly (string | ProjectConfig)[]
  /** `name` or `name:file`. */
  readonly format?: string | readonly string[]
  /** The file of known findings. */
  readonly baseline?: string
}

/** What holds for one run: flags over file over defaults. */
export interface Settings {
  readonly name?: string
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
  readonly projects?: readonly (string | ProjectConfig)[]
}

/** What holds for one of several projects. */
export interface ProjectSettings {
  readonly name: string
  /** Relative to the root. */
  readonly folder: string
  readonly settings: Settings
  readonly layers: readonly Layer[]
  /** The configuration that a glob found it by, relative to the root. */
  readonly foundBy?: string
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
