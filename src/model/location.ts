/** A place in a text: file relative to the root with `/`, line and column from 1; in a document also its JSON pointer. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer?: string
}

/** Whether two places in texts are one. */
export function isSamePlace(
  one: Pick<Location, 'file' | 'line' | 'column'>,
  other: Pick<Location, 'file' | 'line' | 'column'>,
): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column
}

/** Something that could not be followed, and why. */
export interface Unresolved {
  readonly at: Location
  readonly reason: string
  /** The path that it stands under, where that much is known of an endpoint. */
  readonly path?: string
}
