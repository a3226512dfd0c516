import type { OverBaseline } from './baseline.js'
import type { Demands } from './demands.js'
import type { Report } from './report.js'
import type { Shard } from './shard.js'
import type { UserError } from './user-error.js'

/** One run as `--format blob` keeps it: enough to write every format of it elsewhere, and to join it with those of other shards. */
export interface Blob {
  /** The version of the tool. */
  readonly tool: string
  readonly shard: Shard
  /** The names of the projects of all shards; absent where the configuration lists none. */
  readonly projects?: readonly string[]
  /** The last commit of the repository that it was run in, if any. */
  readonly commit?: string
  /** What the report is held to, and each of several projects. */
  readonly demands: Demands
  /** Places of documents that could not be read. */
  readonly faults: readonly UserError[]
  /** Entries of the baseline that are over. */
  readonly over: OverBaseline
  /** What was said beside the report. */
  readonly notices: readonly string[]
  /** Null where no project fell to the shard. */
  readonly report: Report | null
  /** The texts of the files that its findings are in, as they were audited. */
  readonly sources: Readonly<Record<string, string>>
  /** The files that differ from the moment before, where there is one. */
  readonly changed?: readonly string[]
}
