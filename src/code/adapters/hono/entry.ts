import type { Location } from '../../../model/location.js'
import type { Template } from '../../routing/graph.js'
import type { Reference } from '../../values/value.js'
import type { RouteStep } from './session.js'

/** One registration as an application holds it: Hono copies those of a mounted one into the list of the one above. */
export interface Entry {
  readonly step: RouteStep
  readonly paths: readonly Template[]
  /** The error handlers of the applications it was copied through, innermost first. */
  readonly errorHandlers: readonly Reference[]
  readonly via: readonly Location[]
  /** What answers a request that does not fit the route object: its own hook, or that of the nearest application around. */
  readonly hook: Reference | null
}

/** What comes too late: registered on an application after it was mounted, which nothing serves. */
export interface Flattened {
  readonly entries: readonly Entry[]
  readonly late: readonly RouteStep[]
}
