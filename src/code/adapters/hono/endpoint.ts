import type { Endpoint } from '../../../model/endpoint.js'
import type { Project } from '../../project.js'
import { endpointsOf } from '../endpoints.js'
import { withDescription } from './described.js'
import { honoDialect } from './dialect.js'
import { withReplaced } from './replaced.js'
import type { HonoRoute } from './route.js'

/** The endpoints of one route, with what its own description adds where it has one. */
export function honoEndpoints(project: Project, route: HonoRoute): readonly Endpoint[] {
  const around = [...route.middlewares, ...route.handlers.slice(0, -1)]
  const endpoints = endpointsOf(project, route, honoDialect(route)).map((each) => withReplaced(project, each, around))
  const { description, hook } = route
  return description === null
    ? endpoints
    : endpoints.map((each) => withDescription(project, each, description, hook !== null))
}
