import { koa as dialect } from '../../handlers/dialects/koa.js'
import { readOnion } from '../../handlers/onion/read-onion.js'
import type { Adapter } from '../adapter.js'
import { endpointsOf } from '../endpoints.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** Koa 2 and 3 with its routers: applications, routers in routers, prefixes, mounted applications. */
export const koa: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return { endpoints: routes.flatMap((route) => endpointsOf(project, route, dialect, readOnion)), unresolved }
  },
}
