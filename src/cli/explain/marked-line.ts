/** A line of a value or a schema, and whether the finding hangs on it. */
export interface MarkedLine {
  readonly text: string
  readonly decisive: boolean
  /** What is said beside it. */
  readonly note?: string
}

/** The steps of a pointer; `*` stands for any item or key. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
