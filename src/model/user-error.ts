/** A mistake of the user that stops the run: one line to print, with the place in a text where there is one. */
export interface UserError {
  readonly message: string
  /** Relative to the root. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
  /** What to do about it, one sentence. */
  readonly hint?: string
}
