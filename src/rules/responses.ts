import { overlap, responseFor } from '../diff/statuses.js'
import { escapeStep } from '../model/elements.js'
import type { Endpoint, Header, Response } from '../model/endpoint.js'
import type { ElementAddress } from '../model/finding.js'

/** Each response of the code with the documented one that speaks for it. */
export function responsePairs(
  spec: Endpoint,
  code: Endpoint,
): { readonly documented: Response; readonly served: Response }[] {
  if (spec.sketch) return []
  return code.responses.flatMap((served) => {
    const documented =
      responseFor(served.status, spec.responses) ?? spec.responses.find((one) => overlap(one.status, served.status))
    return documented ? [{ documented, served }] : []
  })
}

/** Headers that frameworks and proxies set; OpenAPI describes Content-Type as media type. */
const plumbing = [
  'content-type',
  'content-length',
  'connection',
  'date',
  'transfer-encoding',
  'vary',
  'x-powered-by',
  'access-control-allow-origin',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-credentials',
  'access-control-expose-headers',
]

export function isPlumbing(name: string): boolean {
  return plumbing.includes(name.toLowerCase())
}

export function isSameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export function headerAddress(response: Response, header: Header): ElementAddress {
  return { part: 'response', status: response.status, mediaType: null, pointer: `/${escapeStep(header.name)}` }
}
