import type { Content, Gap, Header, Response } from '../../model/endpoint.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, incompleteness, isTrue, locate, textAt } from '../spot.js'
import { mediaTypes } from './body.js'
import { readContents, unknownContent } from './contents.js'
import type { EndpointContext } from './context.js'
import { valueSchema } from './parameters.js'

/** The responses of an operation, and what its list of them leaves open. */
export function readResponses(context: EndpointContext, operation: Spot): [Response[], Gap[]] {
  const map = child(operation, 'responses')
  const missing = incompleteness(map)
  const gaps: Gap[] =
    map === undefined || missing === undefined ? [] : [{ about: 'status', reason: missing, at: locate(map) }]
  const responses: Response[] = []
  for (const [key, spot] of children(map)) {
    const status = statusOf(key)
    if (status === undefined) continue
    const at = locate(spot)
    const found = follow(context.library, spot)
    const unread = found.ok ? incompleteness(found.spot) : found.reason
    if (unread !== undefined || !found.ok) {
      const reason = unread ?? 'the response could not be read'
      responses.push({ status, contents: [unknownContent(spot, reason)], headers: [], at })
      gaps.push({ about: 'response-header', reason, at })
      continue
    }
    const contents = readResponseContents(context, operation, found.spot)
    responses.push({ status, contents, headers: readHeaders(context, found.spot), at })
  }
  return [responses, gaps]
}

/** `200`, `2XX` in either case, `default`; anything else is no status. */
function statusOf(key: string): string | undefined {
  if (key === 'default') return key
  return /^[1-5](\d\d|XX)$/i.test(key) ? key.toUpperCase() : undefined
}

function readResponseContents(context: EndpointContext, operation: Spot, response: Spot): Content[] {
  if (context.library.dialect !== 'swagger-2.0') return readContents(context, response)
  const spot = child(response, 'schema')
  if (spot === undefined) return []
  const produces = mediaTypes(context, operation, 'produces')
  const schema = context.schema(spot)
  const at = locate(spot)
  return (produces.length === 0 ? ['*/*'] : produces).map((mediaType) => ({ mediaType, schema, at }))
}

function readHeaders(context: EndpointContext, response: Spot): Header[] {
  return children(child(response, 'headers')).flatMap(([name, spot]): Header[] => {
    // OpenAPI: a header named Content-Type is ignored, the media types say it already.
    if (name.toLowerCase() === 'content-type') return []
    const at = locate(spot)
    const found = follow(context.library, spot)
    if (!found.ok) return [{ name, schema: { inexact: found.reason, at }, at }]
    const header = found.spot
    return [
      {
        name,
        required: isTrue(header, 'required'),
        schema: valueSchema(context, header),
        ...(isTrue(header, 'deprecated') ? { deprecated: true } : {}),
        at: textAt(spot, '$ref') === undefined ? at : locate(header),
      },
    ]
  })
}
