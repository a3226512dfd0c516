import type { Bill, EndpointChanges, Order, PricedEndpoint } from '../model/cost.js'
import type { Finding } from '../model/finding.js'
import { groupBy } from '../model/group.js'
import type { CostSettings } from '../model/options.js'
import type { EndpointCost } from '../model/report.js'
import { endpointRate, pointsTouched, repositoryRate } from './changes.js'
import { priceFindings } from './findings.js'
import { mendingMinutes } from './mending.js'
import { documentationPoints } from './points.js'
import { creationMinutes } from './rates.js'
import { cents, roundedRange } from './rounding.js'
import { summarise } from './summary.js'
import { upkeepMinutes } from './upkeep.js'

/**
 * Prices every finding, every endpoint and the whole document. An undocumented endpoint's points are those that its code
 * asks for; only documented endpoints count as written. Findings of no endpoint (the document's own faults) count in
 * the total alone.
 */
export function bill(order: Order, settings: CostSettings): Bill {
  const points = pointsByKey(order)
  const creationAt = (key: string) => creationMinutes(points.get(key) ?? 0, settings)
  const findings = priceFindings(order.findings, (finding) => creationAt(keyOf(finding)), settings)
  const repository = repositoryRate(order.history)
  const touched = pointsTouched(order.history)
  const byEndpoint = groupBy(findings, keyOf)
  const costs = order.endpoints.map((endpoint): EndpointCost => {
    const key = keyOf(endpoint)
    const creation = creationAt(key)
    const own = byEndpoint.get(key) ?? []
    const watched: EndpointChanges = order.history.endpoints.get(key) ?? unwatched
    const upkeep = upkeepMinutes(endpointRate(watched, repository), touched, settings)
    return { points: points.get(key) ?? 0, creation, upkeep, mending: mendingMinutes(own, creation), ...watched }
  })
  const written = costs.filter((_, index) => order.endpoints[index]?.spec)
  const mending = costs.reduce((sum, cost) => sum + cost.mending, ofNoEndpoint(findings, points))
  return {
    findings: findings.map((finding) => ({ ...finding, minutes: cents(finding.minutes) })),
    endpoints: costs.map(rounded),
    summary: summarise(written, mending, order.history, settings),
  }
}

const unwatched = { changes: 0, months: 0 }

const keyOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`

function pointsByKey({ spec, code, endpoints }: Order): ReadonlyMap<string, number> {
  // Under a prefix that the document leaves out, an endpoint of the code is priced by another path than it was read with.
  const served = endpoints.flatMap((endpoint) => endpoint.code ?? [])
  const hidden = code.endpoints.filter((one) => one.hidden === true && !served.includes(one))
  const asPriced = documentationPoints({ ...code, endpoints: [...served, ...hidden] })
  const points = new Map([...documentationPoints(spec), ...asPriced])
  const of = (endpoint: PricedEndpoint) => {
    const side = endpoint.spec ?? endpoint.code
    return side === null ? 0 : (points.get(side) ?? 0)
  }
  return new Map(endpoints.map((endpoint) => [keyOf(endpoint), of(endpoint)]))
}

function ofNoEndpoint(findings: readonly Finding[], known: ReadonlyMap<string, number>): number {
  return findings.reduce((sum, finding) => (known.has(keyOf(finding)) ? sum : sum + finding.minutes), 0)
}

function rounded({ points, creation, upkeep, mending, changes, months, commits }: EndpointCost): EndpointCost {
  return {
    points: cents(points),
    creation: cents(creation),
    upkeep: roundedRange(upkeep),
    mending: cents(mending),
    changes: cents(changes),
    months: cents(months),
    ...(commits === undefined ? {} : { commits: cents(commits) }),
  }
}
