import { koa as dialect } from '../../handlers/dialects/koa.js'
import { readOnion } from '../../handlers/onion/read-onion.js'
import type { Project } from '../../project.js'
import type { RegisteredRoute } from '../../routing/registered-route.js'
import type { Adapter } from '../adapter.js'
import { endpointsOf } from '../endpoints.js'
import { readRoutes } from './routes.js'
import { reaching } from './unless.js'
import { packages } from './vocabulary.js'

/** Koa 2 and 3 with its routers: applications, routers in routers, prefixes, mounted applications. */
export const koa: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return {
      endpoints: routes.flatMap((route) => endpointsOf(project, reached(project, route), dialect, readOnion)),
      unresolved,
    }
  },
}

function reached(project: Project, route: RegisteredRoute): RegisteredRoute {
  const middlewares = reaching(project, route.middlewares, route.path)
  const mounts = new Map(route.mounts)
  // What stands without its `unless` is mounted where it was with it.
  for (const each of middlewares) if (!mounts.has(each)) mounts.set(each, '/')
  // A router hands the parameters of its prefix on to those in it.
  return { ...route, ownPath: route.path, middlewares, mounts }
}
