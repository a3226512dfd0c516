import type { Endpoint } from '../../../model/endpoint.js'
import { decorated } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { isCovered } from '../../routing/join.js'
import { unreached } from '../../routing/unreached.js'
import { sendsByFastify } from './platform.js'
import type { Route } from './route.js'

interface Read {
  readonly route: Route
  readonly endpoint: Endpoint
}

/** The endpoints of one controller: Express asks its methods in their order, so that an earlier one may take all requests of a later one. */
export function reachedInOrder(project: Project, reads: readonly Read[]): readonly Endpoint[] {
  if (sendsByFastify(project)) return reads.map(({ endpoint }) => endpoint)
  return reads.map(({ route, endpoint }, index) => {
    const before = reads.slice(0, index).find((other) => takesAllOf(project, other.route, route))
    return before === undefined ? endpoint : unreached(endpoint, before.endpoint)
  })
}

/** A request goes on only where a version in its headers does not fit, or where the handler itself is handed `next`. */
function takesAllOf(project: Project, earlier: Route, later: Route): boolean {
  return (
    earlier.isLoose &&
    earlier.handler !== later.handler &&
    earlier.path !== later.path &&
    (earlier.method === later.method || earlier.method === 'ALL') &&
    isCovered(later.path, earlier.path) &&
    earlier.application.versioning?.inPath !== false &&
    earlier.handler.parameters.every((parameter) => decorated(project, parameter, 'Next').length === 0)
  )
}
