/** One file that a document is made of, as a commit held it. */
export interface Part {
  /** Relative to the project's root. */
  readonly path: string
  readonly blob: string
}

/** A document as a commit held it: its own file first, then those that it reaches by `$ref`. */
export type Version = readonly Part[]

/** A commit that touched the document; a side is absent where the document was not there. */
export interface VersionedCommit {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly before?: Version
  readonly after?: Version
}
