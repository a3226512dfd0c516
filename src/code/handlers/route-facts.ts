/** What is known of a request before any code has seen it: the route that it was sent to. */
export interface RouteFacts {
  /** `GET`; null where the route takes several. */
  readonly method: string | null
  /** The path as a template: `/pets/{id}`. */
  readonly path: string
  /** The whole path, where `path` begins below a mount. */
  readonly whole?: string
  /** The path as the framework writes it: `/pets/:id`. */
  readonly pattern: string
}

/** A text of which at least the beginning is known. */
export interface KnownText {
  readonly text: string
  /** Nothing follows. */
  readonly whole: boolean
}
