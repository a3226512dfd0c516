import type { Gap, Response } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Demand } from '../../handlers/exchange.js'

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'ALL', 'QUERY'])

/** Statuses that Fastify may answer with by itself: a document may list them, and nobody expects it to. */
export function frameworkStatuses(method: string, at: Location): readonly Gap[] {
  const statuses = ['500', '5XX', 'default', ...(withBody.has(method) ? ['400', '413', '415'] : [])]
  return [{ about: 'status', statuses, reason: 'Fastify answers with it by itself', at }]
}

/** The answer to a request that a schema refuses, where the route does not send a 400 of its own. */
export function refusal(responses: readonly Response[], validated: readonly Demand[]): readonly Response[] {
  const [first] = validated
  if (first === undefined || responses.some(({ status }) => status === '400' || status === '4XX')) return []
  const { at } = first
  const schema = { inexact: 'Fastify or the error handler writes it' }
  const content = { mediaType: 'application/json', schema, at, implied: true } as const
  return [{ status: '400', contents: [content], headers: [], at, implied: true }]
}
