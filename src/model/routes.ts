/** A place in a file, as the listing prints it. */
export interface RoutePlace {
  /** The project that it is of, where several are audited. */
  readonly project?: string
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface DocumentedRoute extends RoutePlace {
  readonly method: string
  readonly path: string
}

export interface ServedRoute extends DocumentedRoute {
  /** The adapter that found it; `openapi` where a document stands for the code. */
  readonly adapter: string
  /** Where the route is mounted, outermost first. */
  readonly via: readonly RoutePlace[]
}

export interface UnresolvedRoute extends RoutePlace {
  readonly reason: string
}

export interface IgnoredRoute extends DocumentedRoute {
  readonly side: 'code' | 'spec'
  /** The pattern that left it out. */
  readonly pattern: string
}

/** What `routes --format json` prints: public interface. Everything sorted, ignored endpoints only under `ignored`. */
export interface RoutesListing {
  readonly code: readonly ServedRoute[]
  readonly spec: readonly DocumentedRoute[]
  readonly unresolved: readonly UnresolvedRoute[]
  readonly ignored: readonly IgnoredRoute[]
}
