import type { Place } from '../../gate/place.js'
import type { Audit } from '../audited.js'

/** A file that is offered, and does not exist yet. */
export interface Draft {
  /** Relative to the project's root. */
  readonly file: string
  readonly text: string
  /** What it is for, a few words. */
  readonly purpose: string
  readonly executable?: true
}

/** What is known of the project when the drafts are made. */
export interface Found {
  /** The project's folder, absolute. */
  readonly root: string
  /** Absent outside of a repository. */
  readonly place?: Place
  readonly audit: Audit
  readonly ignore: readonly string[]
}
