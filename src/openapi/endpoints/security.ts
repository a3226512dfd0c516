import type { Security } from '../../model/endpoint.js'
import type { Library, Spot } from '../library.js'
import { child, children, incompleteness, items, locate, textAt, topOf } from '../spot.js'

/** Whether a client must show who it is: the operation's own word, else the document's; `{}` beside others is optional. */
export function readSecurity(library: Library, operation: Spot): Security {
  const spot = child(operation, 'security') ?? child(topOf(library.root), 'security')
  const unread = incompleteness(spot)
  if (unread !== undefined) return { kind: 'unknown', reason: unread }
  const alternatives = items(spot)
  const schemes = [...new Set(alternatives.flatMap((alternative) => children(alternative).map(([name]) => name)))]
  if (spot === undefined || schemes.length === 0) return { kind: 'open' }
  const optional = alternatives.some(({ node }) => node.kind === 'map' && node.entries.size === 0)
  const carriers = carriersOf(topOf(library.root), schemes)
  const named = carriers.length === 0 ? {} : { carriers }
  return { kind: optional ? 'optional' : 'guarded', schemes, ...named, at: locate(spot) }
}

/** The names of the headers, cookies and query parameters that keys travel in. */
function carriersOf(top: Spot, schemes: readonly string[]): readonly string[] {
  const components = child(top, 'components')
  const described = (components && child(components, 'securitySchemes')) ?? child(top, 'securityDefinitions')
  return schemes.flatMap((scheme) => {
    const spot = described && child(described, scheme)
    const name = textAt(spot, 'type') === 'apiKey' ? textAt(spot, 'name') : undefined
    return name === undefined ? [] : [name]
  })
}
