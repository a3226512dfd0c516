import type { PricedEndpoint, Served } from '../model/cost.js'
import type { AnyPair } from '../model/pair.js'
import type { Schemas } from '../model/schema.js'

/** The endpoints of a report, one for each pair: named as the document names them, else as the code does. */
export function endpointsOf(pairs: readonly AnyPair[]): readonly PricedEndpoint[] {
  return pairs.flatMap((pair): PricedEndpoint[] => {
    const spec = 'spec' in pair ? pair.spec : null
    const code = 'code' in pair ? pair.code : null
    const named = spec ?? code
    return named ? [{ method: named.method, path: named.path, spec, code }] : []
  })
}

/** Those of them that the code serves, by the names of the report. */
export const servedOf = (endpoints: readonly PricedEndpoint[], schemas: Schemas): Served => ({
  endpoints: endpoints.flatMap(({ method, path, code }) =>
    code === null ? [] : [{ name: `${method} ${path}`, code }],
  ),
  schemas,
})
