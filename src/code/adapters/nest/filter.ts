import type { Gap, Response } from '../../../model/endpoint.js'

/** What the exception filters around a route do to its errors. */
export interface Filters {
  /** Why the body of an error is not Nest's own; null where it is. */
  readonly rewrites: string | null
  /** Statuses that a filter names: it may answer with them. */
  readonly responses: readonly Response[]
  readonly gaps: readonly Gap[]
}
