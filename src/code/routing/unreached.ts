import ts from 'typescript'
import type { Endpoint, Method } from '../../model/endpoint.js'
import { isSamePlace, type Location } from '../../model/location.js'
import { isCovered } from './join.js'
import type { RegisteredRoute } from './registered-route.js'
import { untold } from './untold.js'

/** The route that answers all requests of another before that one is asked, as far as their order and paths can tell. */
function answeredBefore(
  route: RegisteredRoute,
  method: Method,
  earlier: readonly RegisteredRoute[],
): RegisteredRoute | undefined {
  const block = blockOf(route.node)
  return earlier.find(
    (other) =>
      other.path.includes('{') &&
      other.path !== route.path &&
      (other.methods.includes(method) || other.methods.includes('ALL')) &&
      isCovered(route.path, other.path) &&
      !isRestricted(other) &&
      // Only what stands in one list of statements is known to be registered in that order, and both of them.
      block !== null &&
      blockOf(other.node) === block &&
      isSameWay(other.via, route.via),
  )
}

/**
 * The endpoints of routes that are asked in their order, as `read` reads each of them for one method; of those that an earlier route
 * answers, nothing can be told. `keepsAll`: no request goes on from the functions of a route.
 */
export function readInOrder(
  routes: readonly RegisteredRoute[],
  keepsAll: (handlers: RegisteredRoute['handlers']) => boolean,
  read: (route: RegisteredRoute, method: Method) => readonly Endpoint[],
): readonly Endpoint[] {
  return routes.flatMap((route, index) =>
    route.methods.flatMap((method) => {
      const endpoints = read(route, method)
      const before = answeredBefore(route, method, routes.slice(0, index))
      return before !== undefined && keepsAll(before.handlers)
        ? endpoints.map((each) => unreached(each, before))
        : endpoints
    }),
  )
}

/** An endpoint of which nothing can be told, since what it does is never asked for. */
export function unreached(endpoint: Endpoint, by: Pick<Endpoint, 'path' | 'at'>): Endpoint {
  const { method, path } = endpoint
  const reason = `${method} ${path} is never reached: ${method} ${by.path}, registered before it at ${by.at.file}:${by.at.line}, answers its requests`
  return { ...untold(endpoint, reason), unreached: reason }
}

/** A parameter that takes only what a regular expression takes lets the rest through. */
const isRestricted = ({ pathPatterns }: RegisteredRoute): boolean => Object.keys(pathPatterns).length > 0

const isSameWay = (one: readonly Location[], other: readonly Location[]): boolean =>
  one.length === other.length &&
  one.every((place, index) => {
    const its = other[index]
    return its !== undefined && isSamePlace(place, its)
  })

/** The list of statements in which a registration stands without a condition; null where it stands otherwise. */
function blockOf(node: ts.Node): ts.Node | null {
  let at = node
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at) || ts.isParenthesizedExpression(at))
    at = at.parent
  return ts.isExpressionStatement(at) ? at.parent : null
}
