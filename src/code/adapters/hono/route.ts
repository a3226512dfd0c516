import type { RegisteredRoute } from '../../routing/registered-route.js'
import type { Reference, Value } from '../../values/value.js'

/** A route, with what only Hono's routes have. */
export interface HonoRoute extends RegisteredRoute {
  readonly notFound: Reference | null
  readonly description: Value | null
  /** Among the handlers: it is asked about requests that do not fit the description. */
  readonly hook: Reference | null
  /** The package itself answers. */
  readonly generated: boolean
}
