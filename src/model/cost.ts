import type { Contract } from './contract.js'
import type { Endpoint } from './endpoint.js'
import type { Finding } from './finding.js'
import type { CostSummary, EndpointCost } from './report.js'

/** A finding before it has its price. */
export interface UnpricedFinding extends Omit<Finding, 'minutes'> {
  /** How many values an enum differs by. */
  readonly values?: number
}

/** One line of the report as the cost model sees it: the name that its findings carry, and what either side says of it. */
export interface PricedEndpoint {
  readonly method: string
  readonly path: string
  readonly spec: Endpoint | null
  readonly code: Endpoint | null
}

/** What the cost model answers; `endpoints` stands in the order that was asked. */
export interface Bill {
  readonly findings: readonly Finding[]
  readonly endpoints: readonly EndpointCost[]
  readonly summary: CostSummary
}

/** What is to be priced: the two sides, the report's endpoints, and the findings by the method and path of their endpoint. */
export interface Order {
  readonly spec: Contract
  readonly code: Contract
  readonly endpoints: readonly PricedEndpoint[]
  readonly findings: readonly UnpricedFinding[]
}
