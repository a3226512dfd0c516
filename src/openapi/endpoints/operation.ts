import type { Endpoint, Gap, Method } from '../../model/endpoint.js'
import type { Spot } from '../library.js'
import { incompleteness, isTrue, locate } from '../spot.js'
import { readBody } from './body.js'
import type { EndpointContext, Layers } from './context.js'
import { gapsOfParameter } from './gaps.js'
import { parameterSpots, readParameter } from './parameters.js'
import { readResponses } from './responses.js'
import { readSecurity, schemeGaps } from './security.js'
import { isSketch } from './sketch.js'

/** One operation of the document as an endpoint. */
export function readOperation(
  context: EndpointContext,
  method: Method,
  path: string,
  item: Layers,
  operation: Spot,
): Endpoint {
  const [spots, parameterGaps] = parameterSpots(context, item, operation)
  const [responses, responseGaps] = readResponses(context, operation)
  const security = readSecurity(context.library, operation)
  const endpoint = {
    method,
    path,
    at: locate(operation),
    deprecated: isTrue(operation, 'deprecated'),
    parameters: spots.flatMap((spot) => readParameter(context, spot) ?? []),
    body: readBody(context, operation, spots),
    responses,
    security,
    gaps: [
      ...parameterGaps,
      ...responseGaps,
      ...querystringGaps(spots),
      ...schemeGaps(context.library, security),
      ...ownGaps(operation),
    ],
  }
  return isSketch(endpoint) ? { ...endpoint, sketch: true } : endpoint
}

/** 3.2's `in: querystring` describes the whole query at once. */
function querystringGaps(spots: readonly { in: string; spot: Spot }[]): Gap[] {
  return spots.flatMap(({ in: place, spot }) =>
    place === 'querystring'
      ? [{ about: 'query' as const, reason: 'the document describes the query string as a whole', at: locate(spot) }]
      : [],
  )
}

function ownGaps(operation: Spot): Gap[] {
  const reason = incompleteness(operation)
  if (reason === undefined) return []
  const at = locate(operation)
  return [
    ...gapsOfParameter('openapi-3.0', reason, at),
    { about: 'request', reason, at },
    { about: 'status', reason, at },
  ]
}
