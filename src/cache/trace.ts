import type { Wanted } from '../model/wanted.js'

/**
 * One thing that was seen under a name, in a word. On disk: `f` a file, `F` none; `d` a folder, `D` none; `t…`, `u…`, `h…` the digest
 * of its text as the compiler decodes it, as UTF-8, of its head; `e<endings>|…` of the names in it; `r` no link leads on from it,
 * `r…` where links lead. In the snapshot: `t…` what names its text, `F` none; `d`, `D` and `e` as above.
 */
export type Fact = string

/** What was seen by folder, then by name in the folder. */
export type Facts = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Fact>>>

/** A search, and the digest of what it found. */
export interface Search {
  /** Below the root; the root itself where absent. */
  readonly folder?: string | undefined
  readonly wanted: Wanted
  readonly found: string
}

/** Everything that was seen while an answer was read: where all of it is as it was, so is the answer. */
export interface Trace {
  readonly disk: Facts
  /** Of the snapshot; paths relative to the root. */
  readonly held: Facts
  readonly searches: readonly Search[]
}
