/** Which files: relative to the root, with `/`; links to folders are not followed, and names with a dot need a pattern with one. */
export interface Wanted {
  readonly patterns: readonly string[]
  readonly ignore: readonly string[]
  /** How many folders deep; any number where absent. */
  readonly deep?: number
}
