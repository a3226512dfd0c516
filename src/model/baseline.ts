/** One known finding: what it is for a machine, what it is for a person, and what the team has to say about it. */
export interface BaselineEntry {
  /** The fingerprint of the finding. */
  readonly id: string
  readonly rule: string
  /** The project that it is of, where several are audited. */
  readonly project?: string
  /** The element, as a person reads it: `GET /pets response 200 /name`. */
  readonly at: string
  readonly reason?: string
  readonly owner?: string
  /** The last day on which the finding is put up with: `2026-12-31`. */
  readonly expires?: string
}

/** An entry, and where in its file it stands. */
export interface PlacedEntry extends BaselineEntry {
  readonly place: number
}

/** The entries of a baseline that are over; each kind is one line to print. */
export interface OverBaseline {
  readonly file: string
  /** Those whose finding is gone. */
  readonly stale: readonly PlacedEntry[]
  /** Those whose day is over. */
  readonly expired: readonly PlacedEntry[]
}
