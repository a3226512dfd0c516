import type { Spot } from '../library.js'
import { follow } from '../refs/resolve.js'
import { child, children, incompleteness, locate, textAt } from '../spot.js'
import type { EndpointContext, Layers } from './context.js'

/** The layers of a path item; a `$ref` that leads nowhere leaves what stands beside it. */
export function layersOf(context: EndpointContext, path: string, spot: Spot): Layers {
  const missing = incompleteness(spot)
  if (missing !== undefined) context.unresolved.push({ at: locate(spot), reason: missing, path })
  if (textAt(spot, '$ref') === undefined) return [spot]
  const found = follow(context.library, spot)
  if (found.ok) return [spot, found.spot]
  context.unresolved.push({ at: locate(spot), reason: found.reason, path })
  return [spot]
}

export function layered(layers: Layers, key: string): Spot | undefined {
  for (const layer of layers) {
    const found = child(layer, key)
    if (found !== undefined) return found
  }
  return undefined
}

/** The keys of all layers with what stands under them first. */
export function layeredEntries(layers: Layers): ReadonlyMap<string, Spot> {
  const entries = new Map<string, Spot>()
  for (const layer of layers) for (const [key, spot] of children(layer)) if (!entries.has(key)) entries.set(key, spot)
  return entries
}
