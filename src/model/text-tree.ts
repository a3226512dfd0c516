/** Where a value is introduced: its key in a map, its first character in a list or at the top; line and column from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
  /** Relative to the root; only where it is another file than the one that the tree was read from. */
  readonly file?: string
}

export interface TextScalar {
  readonly kind: 'scalar'
  readonly value: null | boolean | number | string
  readonly at: TextPlace
}

export interface TextList {
  readonly kind: 'list'
  readonly items: readonly TextTree[]
  readonly at: TextPlace
  /** Why the list may be longer than what was read. */
  readonly incomplete?: string
}

export interface TextMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, TextTree>
  readonly at: TextPlace
  /** Why the map may hold more than what was read. */
  readonly incomplete?: string
}

/** A value that stands in the text but could not be read, and why: an expression that only running the code would give. */
export interface TextUnknown {
  readonly kind: 'unknown'
  readonly reason: string
  readonly at: TextPlace
}

/** A JSON value with the place of each of its parts, whatever it was written in: YAML, JSON or a TypeScript literal. */
export type TextTree = TextScalar | TextList | TextMap | TextUnknown

/** A document that has been read already; `file` is relative to the root, and its `$ref`s are relative to that file. */
export interface DocumentSource {
  readonly file: string
  readonly tree: TextTree
  /** What a reader should know of how it was found. */
  readonly notice?: string
  /** Put together from parts that never were a text of their own: validators have nothing to say of it. */
  readonly judged?: false
}
