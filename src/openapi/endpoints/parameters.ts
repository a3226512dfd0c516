import type { Gap, Parameter, ParameterPlace } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, incompleteness, isTrue, items, locate, textAt } from '../spot.js'
import type { EndpointContext, Layers, ParameterSpot } from './context.js'
import { gapsOfParameter } from './gaps.js'
import { layered } from './path-item.js'

/** The parameters of an operation, those of its path merged in: of two with one name and place the operation's counts. */
export function parameterSpots(context: EndpointContext, path: Layers, operation: Spot): [ParameterSpot[], Gap[]] {
  const merged = new Map<string, ParameterSpot>()
  const gaps: Gap[] = []
  const { dialect } = context.library
  for (const list of [layered(path, 'parameters'), child(operation, 'parameters')]) {
    const missing = incompleteness(list)
    if (list !== undefined && missing !== undefined) gaps.push(...gapsOfParameter(dialect, missing, locate(list)))
    for (const item of items(list)) {
      const found = follow(context.library, item)
      const reason = found.ok ? incompleteness(found.spot) : found.reason
      if (reason !== undefined) gaps.push(...gapsOfParameter(dialect, reason, locate(item)))
      if (!found.ok) continue
      const name = textAt(found.spot, 'name')
      const place = textAt(found.spot, 'in')
      if (name === undefined || place === undefined) continue
      const key = place === 'header' ? name.toLowerCase() : name
      merged.set(`${place} ${key}`, { name, in: place, spot: found.spot })
    }
  }
  return [[...merged.values()], gaps]
}

const places: ReadonlySet<string> = new Set<ParameterPlace>(['path', 'query', 'header', 'cookie'])

function isPlace(place: string): place is ParameterPlace {
  return places.has(place)
}

/** A parameter beside the body; undefined for one of the body, or of a place that the model has no word for. */
export function readParameter(
  context: EndpointContext,
  { name, in: place, spot }: ParameterSpot,
): Parameter | undefined {
  if (!isPlace(place)) return undefined
  return {
    name,
    in: place,
    required: place === 'path' || isTrue(spot, 'required'),
    schema: valueSchema(context, spot),
    ...(isTrue(spot, 'deprecated') ? { deprecated: true } : {}),
    at: locate(spot),
  }
}

/** The schema of a parameter or header: in 2.0 the thing itself, later under `schema`, or a text of some media type. */
export function valueSchema(context: EndpointContext, spot: Spot): Schema {
  const schema = child(spot, 'schema')
  if (schema !== undefined) return context.schema(schema)
  if (context.library.dialect === 'swagger-2.0') return context.schema(withoutParameterWords(spot))
  const content = children(child(spot, 'content'))[0]
  if (content === undefined) return { inexact: 'the document gives no schema', at: locate(spot) }
  const [mediaType] = content
  return {
    type: ['string'],
    contentMediaType: mediaType,
    inexact: `the value is written as ${mediaType}`,
    at: locate(content[1]),
  }
}

/** In 2.0 `required: true` beside a parameter's type is about the parameter. */
function withoutParameterWords(spot: Spot): Spot {
  if (spot.node.kind !== 'map') return spot
  const entries = new Map(spot.node.entries)
  entries.delete('required')
  return { ...spot, node: { ...spot.node, entries } }
}
