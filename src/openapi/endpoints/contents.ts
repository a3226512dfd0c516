import type { Content } from '../../model/endpoint.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, incompleteness, locate } from '../spot.js'
import type { EndpointContext } from './context.js'

/** The media types under `content`, from 3.0 on. */
export function readContents(context: EndpointContext, holder: Spot): Content[] {
  const content = child(holder, 'content')
  const missing = incompleteness(content)
  const read = children(content).map(([mediaType, spot]) => readContent(context, mediaType, spot))
  if (content === undefined || missing === undefined) return read
  return [...read, unknownContent(content, missing)]
}

function readContent(context: EndpointContext, mediaType: string, spot: Spot): Content {
  const at = locate(spot)
  // From 3.2 on a media type may be a reference.
  const found = follow(context.library, spot)
  if (!found.ok) return { mediaType, schema: { inexact: found.reason, at }, at }
  const schema = child(found.spot, 'schema')
  if (schema !== undefined) return { mediaType, schema: context.schema(schema), at }
  const stream = child(found.spot, 'itemSchema')
  const reason = stream === undefined ? 'the document gives no schema' : 'a stream of items is not compared'
  return { mediaType, schema: { inexact: reason, at }, at }
}

/** A body of which only its being there is known. */
export function unknownContent(spot: Spot, reason: string): Content {
  const at = locate(spot)
  return { mediaType: '*/*', schema: { inexact: reason, at }, at }
}
