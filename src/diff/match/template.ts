/** One segment of a path template, with its parameters blanked. */
export interface Segment {
  readonly kind: 'literal' | 'parameter' | 'mixed' | 'rest'
  /** The text, every `{name}` in it written as `{}`. */
  readonly text: string
}

/** A path template by position: parameter names, doubled and trailing slashes do not matter. */
export type Template = readonly Segment[]
