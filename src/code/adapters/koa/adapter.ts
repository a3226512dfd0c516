import { koa as dialect } from '../../handlers/dialects/koa.js'
import { readOnion } from '../../handlers/onion/read-onion.js'
import { reachedBy } from '../../routing/unless.js'
import { answeredBefore, unreached } from '../../routing/unreached.js'
import type { Adapter } from '../adapter.js'
import { endpointsOf } from '../endpoints.js'
import { keepsAll } from './passing.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** Koa 2 and 3 with its routers: applications, routers in routers, prefixes, mounted applications. */
export const koa: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return {
      endpoints: routes.flatMap((route, index) =>
        route.methods.flatMap((method) => {
          const before = answeredBefore(route, method, routes.slice(0, index))
          const reached = reachedBy(project, route, method, { objects: false })
          // A router hands the parameters of its prefix on to those in it.
          const read = endpointsOf(project, { ...reached, ownPath: route.path }, dialect, readOnion)
          return before !== undefined && keepsAll(project, before.handlers)
            ? read.map((each) => unreached(each, before))
            : read
        }),
      ),
      unresolved,
    }
  },
}
