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
  /** How many of its lines are enough to see what it is like; all that fit a screen where absent. */
  readonly shown?: number
}

/** What belongs into a file that is there already, and the team's to edit. */
export interface Advice {
  /** Relative to the project's root. */
  readonly file: string
  readonly lines: readonly string[]
}

/** A file of its own, or where there is one already, what to add to it. */
export type Offer = { readonly draft: Draft } | { readonly advice: Advice }

/** What is known of the project when the drafts are made. */
export interface Found {
  /** The project's folder, absolute. */
  readonly root: string
  /** Absent outside of a repository. */
  readonly place?: Place
  readonly audit: Audit
  readonly ignore: readonly string[]
}
