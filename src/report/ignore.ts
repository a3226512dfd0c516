import { type EndpointPattern, endpointPattern } from '../diff/endpoint-pattern.js'
import type { Contract } from '../model/contract.js'
import type { IgnoredEndpoint } from './routes.js'

/** Both sides without the endpoints that the patterns name, and what was left out. */
export function leaveOut<Spec extends Contract, Code extends Contract>(
  spec: Spec,
  code: Code,
  patterns: readonly string[],
): { readonly spec: Spec; readonly code: Code; readonly ignored: readonly IgnoredEndpoint[] } {
  const compiled = patterns.map(endpointPattern)
  const left = { spec: split(spec, 'spec', compiled), code: split(code, 'code', compiled) }
  return { spec: left.spec.contract, code: left.code.contract, ignored: [...left.spec.ignored, ...left.code.ignored] }
}

function split<Side extends Contract>(
  contract: Side,
  side: IgnoredEndpoint['side'],
  patterns: readonly EndpointPattern[],
): { readonly contract: Side; readonly ignored: readonly IgnoredEndpoint[] } {
  const ignored = contract.endpoints.flatMap((endpoint) => {
    const pattern = patterns.find((candidate) => candidate.matches(endpoint))
    return pattern ? [{ side, endpoint, pattern: pattern.text }] : []
  })
  const gone = new Set(ignored.map(({ endpoint }) => endpoint))
  return { contract: { ...contract, endpoints: contract.endpoints.filter((endpoint) => !gone.has(endpoint)) }, ignored }
}
