import type { Constant } from './constant.js'
import type { Dialect } from './contract.js'
import type { Finding, Unverifiable } from './finding.js'
import type { Location } from './location.js'

/** How many documented elements were compared, by outcome. */
export interface Coverage {
  readonly elements: number
  readonly verified: number
  readonly drifted: number
  readonly unverifiable: number
}

/** An estimate and how far it may be off. */
export interface Range {
  readonly low: number
  readonly expected: number
  readonly high: number
}

/** Minutes of one endpoint; see the cost model. */
export interface EndpointCost {
  readonly points: number
  readonly creation: number
  /** A year. */
  readonly upkeep: Range
  readonly mending: number
  /** What the upkeep stands on: changes seen in so many months. Zero months: the prior only. */
  readonly changes: number
  readonly months: number
  /** Where the document has no past of it: how many commits changed its code, from which the changes are estimated. */
  readonly commits?: number
}

/** Money, where a rate is configured. */
export interface Money {
  /** ISO 4217. */
  readonly currency: string
  readonly creation: number
  readonly upkeep: number
  readonly mending: number
}

export interface CostSummary {
  readonly points: number
  readonly creation: Range
  readonly upkeep: Range
  readonly mending: number
  readonly changes: number
  readonly months: number
  /** Why the upkeep is the prior's alone, where it is. */
  readonly unknown?: string
  readonly money?: Money
  readonly model: number
  readonly days: number
  readonly debtRatio: number
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E'
  readonly constants: Readonly<Record<string, number>>
  /** Of each constant, what it is and where it comes from. */
  readonly sources?: Readonly<Record<string, Omit<Constant, 'value'>>>
}

export interface EndpointReport {
  /** The project that it is of, where several are audited. */
  readonly project?: string
  readonly method: string
  readonly path: string
  readonly state: 'matched' | 'undocumented' | 'unimplemented' | 'moved'
  readonly spec: Location | null
  readonly code: Location | null
  readonly coverage: Coverage
  readonly cost: EndpointCost
}

export interface EndpointUnverifiable extends Unverifiable {
  readonly project?: string
  readonly method: string
  readonly path: string
}

/** What was compared, and what it comes to. */
export interface Compared {
  readonly spec: readonly { readonly file: string; readonly dialect: Dialect }[]
  readonly code: readonly (
    | { readonly project: string; readonly adapters: readonly string[] }
    | { readonly document: string }
  )[]
  readonly summary: {
    readonly endpoints: {
      readonly documented: number
      readonly served: number
      readonly matched: number
      readonly undocumented: number
      readonly unimplemented: number
      readonly ignored: number
    }
    readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
    readonly causes: number
    readonly coverage: Coverage
    readonly cost: CostSummary
  }
}

/** One of several projects of a report. */
export interface ProjectReport extends Compared {
  readonly name: string
}

/** The JSON report, version 1: public interface. */
export interface Report extends Compared {
  readonly version: 1
  readonly tool: { readonly name: 'tattletype'; readonly version: string }
  /** Where several projects were audited: each, by name; all else in the report is of all of them. */
  readonly projects?: readonly ProjectReport[]
  /** Where only what is new is told: since when, how many findings were there already, and how many are gone. */
  readonly since?: { readonly name: string; readonly standing: number; readonly mended: number }
  readonly endpoints: readonly EndpointReport[]
  readonly findings: readonly Finding[]
  readonly unverifiable: readonly EndpointUnverifiable[]
}
