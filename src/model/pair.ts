import type { DocumentProblem } from './contract.js'
import type { Difference } from './difference.js'
import type { Endpoint } from './endpoint.js'
import type { Unverifiable } from './finding.js'
import type { Unresolved } from './location.js'

/** How the two sides can stand to each other at one endpoint; a rule is asked only about the kinds it names. */
export interface Pairs {
  matched: {
    readonly spec: Endpoint
    readonly code: Endpoint
    /** The proven differences of all schemas that both sides describe (parameters, bodies, response headers). */
    readonly differences: readonly Difference[]
    readonly unverifiable: readonly Unverifiable[]
  }
  undocumented: {
    readonly code: Endpoint
    /** What of its path could not be read: it may be documented under another. */
    readonly doubt?: Unresolved
    /** What of the document could not be read, where that may describe it. */
    readonly unread?: Unresolved
  }
  unimplemented: {
    readonly spec: Endpoint
    /** Registrations of the code that could not be followed: one of them may serve it after all. */
    readonly unresolved: readonly Unresolved[]
  }
  /** One endpoint that changed its method, or one segment of its path. */
  moved: { readonly spec: Endpoint; readonly code: Endpoint }
  document: { readonly problem: DocumentProblem }
}

export type PairKind = keyof Pairs
export type Pair<Kind extends PairKind> = Pairs[Kind]
export type AnyPair = { [Kind in PairKind]: { readonly kind: Kind } & Pairs[Kind] }[PairKind]
