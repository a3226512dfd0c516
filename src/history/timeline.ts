import type { Change } from './change.js'

/** What one commit did to the contract, however large the document is: plain data, to be kept from run to run. */
export interface Step {
  /** The endpoints that are there afterwards, by `GET /pets`. */
  readonly endpoints: readonly string[]
  /** What it brought and took away, by itself: a commit of another branch lacks more. Absent where nobody can tell. */
  readonly turned?: { readonly came: readonly string[]; readonly gone: readonly string[] }
  readonly changes: readonly Change[]
  /** Endpoints that only got another path: the old name and the new one. */
  readonly moved: readonly (readonly [string, string])[]
}

/** A commit that touched the document, with what it did. */
export interface Revision extends Step {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
}

/** A contract through time: its revisions, oldest first, and when the watch ends, in seconds since 1970. */
export interface Timeline {
  readonly revisions: readonly Revision[]
  readonly end: number
}

/** A part of a timeline, in seconds since 1970: what happened after `from`, up to `until`. */
export interface Window {
  readonly from?: number
  readonly until: number
}
