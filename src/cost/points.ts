import type { Contract } from '../model/contract.js'
import type { Endpoint } from '../model/endpoint.js'
import type { Schema, Schemas } from '../model/schema.js'
import { membersOf } from './members.js'

/**
 * Documentation points by endpoint: 1 for the operation, 1 per parameter, 1 per response, 1 per property. The points of a
 * named schema are split evenly among the endpoints that reach it, so that the sum is the whole document.
 */
export function documentationPoints(contract: Contract): ReadonlyMap<Endpoint, number> {
  const named = new Map(Object.entries(contract.schemas).map(([name, schema]) => [name, membersOf([schema])]))
  const readings = contract.endpoints.map((endpoint) => {
    const own = membersOf(schemasOf(endpoint))
    return { endpoint, own: own.properties, reached: closure(own.refs, contract.schemas, named) }
  })
  const sharers = new Map<string, number>()
  for (const { reached } of readings) for (const name of reached) sharers.set(name, (sharers.get(name) ?? 0) + 1)
  return new Map(
    readings.map(({ endpoint, own, reached }) => {
      const shared = [...reached].reduce(
        (sum, name) => sum + (named.get(name)?.properties ?? 0) / (sharers.get(name) ?? 1),
        0,
      )
      return [endpoint, 1 + endpoint.parameters.length + endpoint.responses.length + own + shared]
    }),
  )
}

function schemasOf(endpoint: Endpoint): Schema[] {
  const contents = [...(endpoint.body?.contents ?? []), ...endpoint.responses.flatMap((response) => response.contents)]
  return [...endpoint.parameters, ...contents].map((element) => element.schema)
}

/** Every name that can be reached from these, with the names themselves. */
function closure(
  from: ReadonlySet<string>,
  schemas: Schemas,
  named: ReadonlyMap<string, { readonly refs: ReadonlySet<string> }>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...from]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name) || !Object.hasOwn(schemas, name)) continue
    reached.add(name)
    queue.push(...(named.get(name)?.refs ?? []))
  }
  return reached
}
