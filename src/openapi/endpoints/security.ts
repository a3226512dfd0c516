import type { Gap, Security } from '../../model/endpoint.js'
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

/** What a client shows itself with may stand in any header or cookie where a scheme is named and described nowhere. */
export function schemeGaps(library: Library, security: Security): readonly Gap[] {
  if (!('schemes' in security)) return []
  const described = describedIn(topOf(library.root))
  const lost = security.schemes.find((scheme) => described === undefined || child(described, scheme) === undefined)
  if (lost === undefined) return []
  const reason = `the document describes no security scheme "${lost}"`
  return (['header', 'cookie'] as const).map((about) => ({ about, reason, at: security.at }))
}

function describedIn(top: Spot): Spot | undefined {
  const components = child(top, 'components')
  return (components && child(components, 'securitySchemes')) ?? child(top, 'securityDefinitions')
}

/** The names of the headers, cookies and query parameters that keys travel in. */
function carriersOf(top: Spot, schemes: readonly string[]): readonly string[] {
  const described = describedIn(top)
  return schemes.flatMap((scheme) => {
    const spot = described && child(described, scheme)
    const name = textAt(spot, 'type') === 'apiKey' ? textAt(spot, 'name') : undefined
    return name === undefined ? [] : [name]
  })
}
