import { type EndpointPattern, endpointPattern } from '../diff/endpoint-pattern.js'
import { findPrefix } from '../diff/match/prefix.js'
import type { Documented } from '../diff/pairs.js'
import type { Contract } from '../model/contract.js'
import type { IgnoredEndpoint } from './routes.js'

/**
 * Both sides without the endpoints that the patterns name, and what was left out. A pattern may name a path with or without the
 * prefix that only one side writes: what is one endpoint is left out on both.
 */
export function leaveOut<Spec extends Documented, Code extends Contract>(
  spec: Spec,
  code: Code,
  patterns: readonly string[],
): { readonly spec: Spec; readonly code: Code; readonly ignored: readonly IgnoredEndpoint[] } {
  const compiled = patterns.map(endpointPattern)
  const found = findPrefix(spec.endpoints, code.endpoints, spec.prefixes)
  const bySpec = found?.carrier === 'spec' ? [found.prefix] : []
  const byCode = [...spec.prefixes, ...(found?.carrier === 'code' ? [found.prefix] : [])].filter(
    (prefix) => prefix !== '',
  )
  const left = {
    spec: split(spec, 'spec', compiled, namesBy(bySpec, byCode)),
    code: split(code, 'code', compiled, namesBy(byCode, bySpec)),
  }
  return { spec: left.spec.contract, code: left.code.contract, ignored: [...left.spec.ignored, ...left.code.ignored] }
}

/** The names of a path: without a prefix that its own side writes, and with one that the other side writes. */
const namesBy =
  (own: readonly string[], other: readonly string[]) =>
  (path: string): readonly string[] => [
    path,
    ...own.flatMap((prefix) => (path.startsWith(`${prefix}/`) ? [path.slice(prefix.length)] : [])),
    ...other.map((prefix) => prefix + path),
  ]

function split<Side extends Contract>(
  contract: Side,
  side: IgnoredEndpoint['side'],
  patterns: readonly EndpointPattern[],
  namesOf: (path: string) => readonly string[],
): { readonly contract: Side; readonly ignored: readonly IgnoredEndpoint[] } {
  const ignored = contract.endpoints.flatMap((endpoint) => {
    const names = namesOf(endpoint.path).map((path) => ({ method: endpoint.method, path }))
    const pattern = patterns.find((candidate) => names.some((name) => candidate.matches(name)))
    return pattern ? [{ side, endpoint, pattern: pattern.text }] : []
  })
  const gone = new Set(ignored.map(({ endpoint }) => endpoint))
  return { contract: { ...contract, endpoints: contract.endpoints.filter((endpoint) => !gone.has(endpoint)) }, ignored }
}
