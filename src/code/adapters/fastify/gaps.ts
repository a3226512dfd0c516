import type { Gap } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Demand } from '../../handlers/exchange.js'

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'ALL', 'QUERY'])

/** Statuses that Fastify answers with by itself: a document may list them, and nobody expects it to. */
export function frameworkStatuses(method: string, demands: readonly Demand[], at: Location): readonly Gap[] {
  const takesBody = withBody.has(method)
  const statuses = ['500', '5XX', 'default']
  if (takesBody) statuses.push('413', '415')
  if (takesBody || demands.length > 0) statuses.push('400')
  return [{ about: 'status', statuses, reason: 'Fastify answers with it by itself', at }]
}
