/** A git repository, seen from the root of the project that is audited. */
export interface Repository {
  /** The project's root, absolute. */
  readonly root: string
  /** Where the root lies in the repository: empty, or a path that ends in `/`. */
  readonly prefix: string
  /** Whether the history was cut off when it was cloned. */
  readonly shallow: boolean
}

/** A file as a tree or the index lists it. */
export interface Entry {
  /** Relative to the project's root, with `/`. */
  readonly path: string
  readonly kind: 'file' | 'link'
  /** The name of the object that holds its content. */
  readonly blob: string
}
