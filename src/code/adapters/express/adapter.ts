import { express as dialect } from '../../handlers/dialects/express.js'
import type { Adapter } from '../adapter.js'
import { endpointsOf } from '../endpoints.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** Express 4 and 5: applications, routers, mounts, factories and containers. */
export const express: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return { endpoints: routes.flatMap((route) => endpointsOf(project, route, dialect)), unresolved }
  },
}
