import type { Contract } from './contract.js'
import type { Endpoint } from './endpoint.js'
import type { Finding } from './finding.js'
import type { CostSummary, EndpointCost } from './report.js'
import type { Schemas } from './schema.js'

/** How often one endpoint was seen to change, and for how long it was watched. */
export interface EndpointChanges {
  readonly changes: number
  readonly months: number
  /** Where the document has no past of it: how many commits changed its code, from which the changes are estimated. */
  readonly commits?: number
}

/** Commits that changed the code of documented endpoints, and how many of them changed the document's contract as well. */
export interface CodeCommits {
  readonly commits: number
  readonly withContract: number
}

/** What the code serves, for whoever reads its history. */
export interface Served {
  /** By the name that the report gives them, `GET /pets`. */
  readonly endpoints: readonly { readonly name: string; readonly code: Endpoint }[]
  readonly schemas: Schemas
}

/** What a repository's history says of how often its contract changes. */
export interface ChangeHistory {
  /** By `GET /pets`; an endpoint that is not here has not been watched. */
  readonly endpoints: ReadonlyMap<string, EndpointChanges>
  /** Of all endpoints, those that are gone included: changes, and endpoint-months. */
  readonly changes: number
  readonly months: number
  /** Documentation points that each change touched. */
  readonly touched: readonly number[]
  /** Absent where the code was not looked at. */
  readonly code?: CodeCommits
  /** Why nothing was watched, where nothing was: no git, a shallow clone, an empty history. */
  readonly unknown?: string
}

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
  readonly history: ChangeHistory
}
