import { koa as dialect } from '../../handlers/dialects/koa.js'
import { readOnion } from '../../handlers/onion/read-onion.js'
import { reachedBy } from '../../routing/unless.js'
import { readInOrder } from '../../routing/unreached.js'
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
    const endpoints = readInOrder(
      routes,
      (handlers) => keepsAll(project, handlers),
      (route, method) => {
        const reached = reachedBy(project, route, method, { objects: false })
        // A router hands the parameters of its prefix on to those in it.
        return endpointsOf(project, { ...reached, ownPath: route.path }, dialect, readOnion)
      },
    )
    return { endpoints, unresolved }
  },
}
