import type { ParameterPlace } from '../../model/endpoint.js'

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
  /** For the functions that find them: middleware may stand where the framework has not looked at the path yet. */
  readonly parameters?: PathParameters
}

/** A text of which at least the beginning is known. */
export interface KnownText {
  readonly text: string
  /** Nothing follows. */
  readonly whole: boolean
}

/** What is known of the parameters of a path before any code has seen them, by name. */
export interface PathParameters {
  /** They hold some character: the path would not be this one without. */
  readonly filled: ReadonlySet<string>
  /** They are a text that may be empty. */
  readonly texts: ReadonlySet<string>
  /** Any other name stands for nothing. */
  readonly complete: boolean
  /** They are a list of one text or more. */
  readonly lists?: ReadonlySet<string>
  /** Nobody writes where the code finds them: any name that is not listed here stands for nothing. */
  readonly sealed?: true
  /** Where the code finds them. */
  readonly places: readonly ParameterPlace[]
}
