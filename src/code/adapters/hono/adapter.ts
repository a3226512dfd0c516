import type { Adapter } from '../adapter.js'
import { honoEndpoints } from './endpoint.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** Hono: applications, base paths, chains, mounted applications, factories, and `@hono/zod-openapi`. */
export const hono: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return { endpoints: routes.flatMap((route) => honoEndpoints(project, route)), unresolved }
  },
}
