import { express as dialect } from '../../handlers/dialects/express.js'
import { reachedBy } from '../../routing/unless.js'
import { answeredBefore, unreached } from '../../routing/unreached.js'
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
    const endpoints = routes.flatMap((route, index) =>
      route.methods.flatMap((method) => {
        const read = endpointsOf(project, reachedBy(project, route, method, { objects: true }), dialect)
        const before = answeredBefore(route, method, routes.slice(0, index))
        return before !== undefined && keepsAll(project, before.handlers)
          ? read.map((each) => unreached(each, before))
          : read
      }),
    )
    return { endpoints, unresolved }
  },
}
