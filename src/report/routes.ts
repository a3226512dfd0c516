import type { Contract } from '../model/contract.js'
import type { Endpoint } from '../model/endpoint.js'
import type { Location } from '../model/location.js'
import type { DocumentedRoute, IgnoredRoute, RoutePlace, RoutesListing, ServedRoute } from '../model/routes.js'

/** An endpoint that the configuration leaves out, and the pattern that does. */
export interface IgnoredEndpoint {
  readonly side: 'code' | 'spec'
  readonly endpoint: Endpoint
  readonly pattern: string
}

/** What each side has and what could not be followed: sorted by path, method and place. */
export function listRoutes(spec: Contract, code: Contract, ignored: readonly IgnoredEndpoint[]): RoutesListing {
  return {
    code: code.endpoints.map(served).sort(byRoute),
    spec: spec.endpoints.map(documented).sort(byRoute),
    unresolved: code.unresolved.map(({ at, reason }) => ({ ...place(at), reason })).sort(byPlace),
    ignored: ignored
      .map(({ side, endpoint, pattern }): IgnoredRoute => ({ ...documented(endpoint), side, pattern }))
      .sort(byRoute),
  }
}

const place = ({ file, line, column }: Location): RoutePlace => ({ file, line, column })

const documented = ({ method, path, at }: Endpoint): DocumentedRoute => ({ method, path, ...place(at) })

const served = (endpoint: Endpoint): ServedRoute => ({
  ...documented(endpoint),
  adapter: endpoint.adapter ?? 'openapi',
  via: (endpoint.via ?? []).map(place),
})

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

const byPlace = (a: RoutePlace, b: RoutePlace): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column

const byRoute = (a: DocumentedRoute, b: DocumentedRoute): number =>
  compare(a.path, b.path) || compare(a.method, b.method) || byPlace(a, b)
