import type { Snapshot } from '../model/snapshot.js'

/** What is audited, and what it is held against: a report then tells only what is new. */
export interface Moments {
  /** Absent: the work tree as it is. */
  readonly now?: Snapshot
  /** Absent: nothing was there before, and everything is new. */
  readonly before?: Snapshot
  /** Of a merge that is being concluded, the commit that is merged: what it has is not new either. */
  readonly merged?: Snapshot
  /** How a person calls the moment before. */
  readonly since?: string
  /** The files that differ between the two moments. */
  readonly changed?: ReadonlySet<string>
  /** How files that were moved meanwhile were called before, by what they are called now. */
  readonly renamed?: ReadonlyMap<string, string>
  /** What a reader should know, one sentence each. */
  readonly notices: readonly string[]
}

/** What the command line asks for. */
export interface MomentOptions {
  /** Audit what is staged, and not the work tree. */
  readonly staged: boolean
  /** Hold it against where history left this revision. */
  readonly base?: string
}
