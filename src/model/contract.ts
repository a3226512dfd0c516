import type { Endpoint } from './endpoint.js'
import type { Location, Unresolved } from './location.js'
import type { Schemas } from './schema.js'

/** What one side says of the whole API. Both sides have this type, and neither knows the other. */
export interface Contract {
  readonly endpoints: readonly Endpoint[]
  readonly schemas: Schemas
  /** What could not be followed, said once each. */
  readonly unresolved: readonly Unresolved[]
}

/** A fault in the document itself, or in its style where the project's own lint calls it an error. */
export interface DocumentProblem {
  readonly at: Location
  readonly message: string
  /** Who says so: `swagger-parser`, `redocly/<rule>` or `tattletype`. */
  readonly source: string
  /**
   * For a `$ref` that was not followed: `refused` leads where nothing may be read (a URL, outside the root), `broken`
   * leads nowhere or in a circle.
   */
  readonly reference?: 'refused' | 'broken'
  /** A breach of the letter that tools and readers understand all the same. */
  readonly minor?: true
}

export type Dialect = 'swagger-2.0' | 'openapi-3.0' | 'openapi-3.1' | 'openapi-3.2'

export interface DocumentContract extends Contract {
  readonly file: string
  readonly dialect: Dialect
  /** Path prefixes that stand only in `servers` or `basePath`, without a trailing slash; `''` where there is none. */
  readonly prefixes: readonly string[]
  readonly problems: readonly DocumentProblem[]
  /** What a reader should know of this side as a whole: plugins of the lint configuration that are not run. */
  readonly notices?: readonly string[]
}

export interface CodeContract extends Contract {
  /** The tsconfig, relative to the root. */
  readonly project: string
  readonly adapters: readonly string[]
  /** What a reader should know of this side as a whole: `@types/express is not installed`, a prefix that comes from the environment. */
  readonly notices: readonly string[]
}
