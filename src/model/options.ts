import type { ChangeHistory, Served } from './cost.js'
import type { Severity } from './finding.js'
import type { Journal } from './journal.js'
import type { Memory } from './memory.js'
import type { Snapshot } from './snapshot.js'

/** What a rule is set to; `off` means that it is not asked. */
export type RuleSetting = Severity | 'off'

/** Settings by rule id; a rule that is not listed keeps its own severity. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Other settings for some endpoints; a later override wins over an earlier one. */
export interface RuleOverride {
  /** Endpoint patterns, as for `ignore`: `/admin/**`, or `GET /admin/**`. */
  readonly paths: readonly string[]
  readonly rules: RuleSettings
}

/** What the cost model can be told; minutes unless the name says otherwise. */
export interface CostSettings {
  /** The case study that the minutes are calibrated on: so many days for so many endpoints. */
  readonly calibration: { readonly days: number; readonly endpoints: number }
  readonly hoursPerDay: number
  /** Minutes an endpoint costs before its first documentation point. */
  readonly offsetMinutes: number
  /** What revising a point costs, against writing it. */
  readonly revisionRatio: number
  /** Money an hour; off unless a currency stands beside it. */
  readonly rate?: number
  /** ISO 4217. */
  readonly currency?: string
}

/** What an audit is told of one document, or several of one API, and its code. Files are relative to the root, or absolute. */
export interface PairOptions {
  /** Where documents and tsconfig are looked for if they are not named, relative to the root; the root where absent. */
  readonly folder?: string
  /** The documents; looked for where absent. */
  readonly spec?: readonly string[]
  /** The tsconfigs; looked for where absent. */
  readonly project?: readonly string[]
  /** A document that stands for the code. */
  readonly code?: string
  /** A path prefix of every route that the code does not show, such as one from the environment. */
  readonly prefix?: string
  /** Endpoint patterns that are left out on both sides: `METHOD /glob`, or `/glob` for every method. */
  readonly ignore: readonly string[]
  /** Names of middlewares, wrappers and guard classes that ask who the client is, beside the usual ones. */
  readonly authentication?: readonly string[]
  readonly severities: RuleSettings
  readonly overrides: readonly RuleOverride[]
  /** Whether `$ref` may lead to a URL. */
  readonly allowRemote: boolean
  readonly cost: CostSettings
}

/** One of several projects of a repository; its name is unique among them. */
export interface ProjectOptions extends PairOptions {
  readonly name: string
}

/** Everything one audit is told. */
export interface AuditOptions extends PairOptions {
  /** The project's folder, absolute: nothing outside it is read, and every reported path is relative to it. */
  readonly root: string
  /** What stands for the files below the root: a commit, the index. Dependencies are read where they are installed. */
  readonly snapshot?: Snapshot
  /** What earlier runs remember; everything is read anew where absent. */
  readonly memory?: Memory
  /** Takes down what is seen of the files. */
  readonly journal?: Journal
  /** Several projects, each audited by its own options; those beside it are then of no account. */
  readonly projects?: readonly ProjectOptions[]
  /** Whether a project that cannot be read is left out: at an earlier moment it may not have been there yet. */
  readonly skipsUnreadable?: boolean
  /** Tells how often the contract of these documents, and what the code serves beside, changed; not asked where absent. */
  readonly history?: (documents: readonly string[], served: Served) => Promise<ChangeHistory>
  /** Called before each long step with its name, for a person who waits. */
  readonly onProgress?: (step: string) => void
}
