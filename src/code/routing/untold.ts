import type { Endpoint, Gap } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'

/** An endpoint that is served, and of which nothing more can be told. */
export function untold(endpoint: Endpoint, reason: string): Endpoint {
  const { at } = endpoint
  const about = ['path', 'query', 'header', 'cookie', 'request', 'status', 'response-header'] as const
  return {
    ...endpoint,
    parameters: [],
    body: null,
    responses: [],
    security: { kind: 'unknown', reason },
    gaps: about.map((each): Gap => ({ about: each, reason, at })),
  }
}

/** An endpoint that two applications of one project serve: a document may mean either. */
export function servedTwice(endpoint: Endpoint, other: Location): Endpoint {
  const { method, path, at } = endpoint
  return untold(
    endpoint,
    `two applications serve ${method} ${path} (${at.file}:${at.line} and ${other.file}:${other.line}): give each a tsconfig of its own`,
  )
}
