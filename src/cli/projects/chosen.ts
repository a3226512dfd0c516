import type { ProjectSettings } from '../../config/config.js'
import type { Shard } from '../../model/shard.js'

/** Which of a configuration's projects a run audits. */
export interface Chosen {
  /** The names of all, sorted. */
  readonly all: readonly string[]
  /** Whether the run, or all of its shards together, audit all of them. */
  readonly isWhole: boolean
  readonly projects: readonly ProjectSettings[]
  /** The part of all that falls to this run, where `--shard` says so. */
  readonly shard?: Shard
}
