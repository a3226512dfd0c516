import type { Endpoint } from '../../../model/endpoint.js'
import type { Project } from '../../project.js'
import type { RegisteredRoute } from '../../routing/registered-route.js'

/** One endpoint for each method of a route. */
export function endpointsOf(_project: Project, route: RegisteredRoute): readonly Endpoint[] {
  const names = [...route.path.matchAll(/\{(\*?)([^}]+)\}/g)].flatMap(([, wide, name]) => (name && !wide ? [name] : []))
  return route.methods.map((method) => ({
    method,
    path: route.path,
    at: route.at,
    deprecated: false,
    parameters: names.map((name) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: { type: ['string' as const], inexact: 'a path parameter is text' },
      at: route.at,
    })),
    body: null,
    responses: [],
    security: { kind: 'unknown', reason: 'handlers are not read' },
    gaps: [],
    via: route.via,
    adapter: 'express',
  }))
}
