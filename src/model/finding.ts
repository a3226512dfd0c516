import type { Json } from './json.js'
import type { Location } from './location.js'

export type Severity = 'error' | 'warning' | 'info'

/** The place in an exchange where an element lives. */
export type Part = 'endpoint' | 'path' | 'query' | 'header' | 'cookie' | 'request' | 'response' | 'security'

// Names one element of an endpoint. `pointer` leads into the value: `/data/*/name`, where `*` stands for any item or any key.
export interface ElementAddress {
  readonly part: Part
  readonly status: string | null
  readonly mediaType: string | null
  readonly pointer: string
}

/** A value that one side accepts and the other refuses, checked by Ajv in this run. */
export interface Proof {
  readonly value: Json
  readonly acceptedBy: 'code' | 'spec'
  readonly refusedBy: 'code' | 'spec'
}

/** What a rule yields: a finding before it gets its rule, endpoint, fingerprint and price. */
export interface Drift extends ElementAddress {
  readonly message: string
  readonly spec: Location | null
  readonly code: Location | null
  readonly proof: Proof | null
  /** Where the direction of the difference asks for another than the rule's own. */
  readonly severity?: Severity
  /** Another way to mend it than the rule's own words. */
  readonly fix?: string
  /** How many values an enum differs by; prices the mending. */
  readonly values?: number
}

export interface Finding extends ElementAddress {
  readonly id: string
  readonly cause: string
  readonly rule: string
  readonly severity: Severity
  /** The project that it is of, where several are audited. */
  readonly project?: string
  readonly method: string
  readonly path: string
  readonly message: string
  readonly fix: string
  readonly spec: Location | null
  readonly code: Location | null
  readonly proof: Proof | null
  readonly minutes: number
}

/** An element that could be neither confirmed nor contradicted. */
export interface Unverifiable extends ElementAddress {
  readonly reason: string
}
