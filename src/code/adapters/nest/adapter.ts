import type { Adapter } from '../adapter.js'
import { readApplication } from './modules.js'
import { readEndpoint } from './read-endpoint.js'
import { routesOf } from './routes.js'
import { reachedInOrder } from './unreached.js'
import { joinVersions } from './versions.js'

/** NestJS 8 to 11: decorated controllers, as the modules of the application mount them. */
export const nest: Adapter = {
  packages: ['@nestjs/core', '@nestjs/common'],
  read(project) {
    const application = readApplication(project)
    const read = application.controllers.map((mounted) => routesOf(project, application, mounted))
    const endpoints = read.flatMap(({ routes }) => {
      const reads = routes.map((route) => ({ route, endpoint: readEndpoint(project, route) }))
      return reachedInOrder(project, reads)
    })
    return {
      endpoints: application.versioning?.inPath === false ? joinVersions(endpoints) : endpoints,
      unresolved: [...application.unresolved, ...read.flatMap(({ unresolved }) => unresolved)],
    }
  },
}
