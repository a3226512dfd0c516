import type { Contract } from '../model/contract.js'
import type { PointsInParts } from '../model/cost-explanation.js'
import type { Endpoint } from '../model/endpoint.js'
import type { Schema, Schemas } from '../model/schema.js'
import { membersOf } from './members.js'

/**
 * Documentation points by endpoint: 1 for the operation, 1 per parameter, 1 per response, 1 per property. The points of a
 * named schema are split evenly among the endpoints that reach it, so that the sum is the whole document.
 */
export function documentationPoints(contract: Contract): ReadonlyMap<Endpoint, number> {
  return new Map([...pointsInParts(contract)].map(([endpoint, parts]) => [endpoint, sumOf(parts)]))
}

/** The same, told apart by where the points stand. */
export function pointsInParts(contract: Contract): ReadonlyMap<Endpoint, PointsInParts> {
  const named = new Map(Object.entries(contract.schemas).map(([name, schema]) => [name, membersOf([schema])]))
  const readings = contract.endpoints.map((endpoint) => {
    const own = membersOf(schemasOf(endpoint))
    return { endpoint, own: own.properties, reached: closure(own.refs, contract.schemas, named) }
  })
  const sharers = new Map<string, number>()
  for (const { reached } of readings) for (const name of reached) sharers.set(name, (sharers.get(name) ?? 0) + 1)
  return new Map(
    readings.map(({ endpoint, own, reached }): [Endpoint, PointsInParts] => {
      const shared = [...reached].map((schema) => {
        return { schema, points: named.get(schema)?.properties ?? 0, endpoints: sharers.get(schema) ?? 1 }
      })
      const { parameters, responses } = endpoint
      return [endpoint, { parameters: parameters.length, responses: responses.length, properties: own, shared }]
    }),
  )
}

function sumOf({ parameters, responses, properties, shared }: PointsInParts): number {
  return (
    1 + parameters + responses + properties + shared.reduce((sum, { points, endpoints }) => sum + points / endpoints, 0)
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
