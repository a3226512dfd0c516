import { express as dialect } from '../../handlers/dialects/express.js'
import { reachedBy } from '../../routing/unless.js'
import { readInOrder } from '../../routing/unreached.js'
import type { Adapter } from '../adapter.js'
import { endpointsOf } from '../endpoints.js'
import { keepsAll } from './passing.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** Express 4 and 5: applications, routers, mounts, factories and containers. */
export const express: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    const endpoints = readInOrder(
      routes,
      (handlers) => keepsAll(project, handlers),
      (route, method) => endpointsOf(project, reachedBy(project, route, method, { objects: true }), dialect),
    )
    return { endpoints, unresolved }
  },
}
