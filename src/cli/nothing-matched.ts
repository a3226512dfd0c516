import type { Report } from '../model/report.js'
import type { RoutesListing, UnresolvedRoute } from '../model/routes.js'
import { otherPrefix } from './other-prefix.js'

/** More would bury what has to be done. */
const told = 3

/**
 * Why no documented operation met a route, and what to do about it: what could not be followed comes first, since it may
 * serve them all; else a prefix under which they would meet.
 */
export function nothingMatched(
  { summary, endpoints, code }: Report,
  unresolved: RoutesListing['unresolved'] = [],
): string {
  const { documented, served } = summary.endpoints
  const project = code.map((side) => ('document' in side ? side.document : side.project)).join(', ')
  const fact = `nothing was compared: none of the ${documented} documented operations is among the ${served} routes of ${project}.`
  const prefix = otherPrefix(endpoints)
  if (unresolved.length > 0) return [fact, lost(unresolved), ...(prefix === null ? [] : [prefix])].join(' ')
  return `${fact} ${prefix ?? 'Do they belong together, or is a "prefix" missing in the configuration?'}`
}

function lost(unresolved: readonly UnresolvedRoute[]): string {
  const first = unresolved.slice(0, told).map((one) => `${one.file}:${one.line}:${one.column} (${one.reason})`)
  const more = unresolved.length - first.length
  const rest = more === 0 ? '' : `, and ${more} more that "tattletype routes" lists`
  return `What could not be followed may serve them: ${first.join(', ')}${rest}. Write ${unresolved.length === 1 ? 'it' : 'these'} so that the routes can be read, or give a document that the running application generates with --code.`
}
