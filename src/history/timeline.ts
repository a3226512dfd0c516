import type { Form } from './form.js'

/** The contract as one commit left it, and as it found it. */
export interface Revision {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  /** Absent where the document was not there before, or could not be read. */
  readonly before?: Form
  readonly after: Form
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
