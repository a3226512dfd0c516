import type { Adapter } from '../adapter.js'
import { readEndpoint } from './endpoint.js'
import { routesOf } from './routes.js'
import { readServers } from './servers.js'
import { packageName } from './vocabulary.js'

/** routing-controllers 0.7 to 0.11: decorated controllers on Express or Koa. */
export const routingControllers: Adapter = {
  packages: [packageName],
  read(project) {
    const { servers, unresolved } = readServers(project)
    const read = servers.map((server) => routesOf(project, server))
    return {
      endpoints: read.flatMap(({ routes }) => routes.map((route) => readEndpoint(project, route))),
      unresolved: [...unresolved, ...read.flatMap((one) => one.unresolved)],
    }
  },
}
