import type { TextTree } from './text-tree.js'

/** A document in pieces, as swagger-jsdoc takes it: what the code says of the whole, and where the paths stand. */
export interface DocumentPieces {
  /** The file that names the pieces, relative to the root. */
  readonly file: string
  /** The definition, its places relative to that file. */
  readonly definition: TextTree
  /** Globs of the files with blocks, relative to the root; each with those to try where it matches nothing. */
  readonly globs: readonly (readonly string[])[]
  /** Why there may be more than these. */
  readonly incomplete?: string
}
