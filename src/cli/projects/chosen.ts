import type { ProjectSettings } from '../../config/config.js'
import type { Shard } from '../../model/shard.js'

/** Which of a configuration's projects a run audits. */
export interface Chosen {
  /** The names of all, sorted. */
  readonly all: readonly string[]
  /** Those that the run audits, or all of its shards together. */
  readonly named: readonly string[]
  readonly projects: readonly ProjectSettings[]
  /** The part of all that falls to this run, where `--shard` says so. */
  readonly shard?: Shard
}
