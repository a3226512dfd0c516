import type { Drift, Severity, Unverifiable } from './finding.js'
import type { Pair, PairKind } from './pair.js'

/** What a rule may say of a pair: a drift, or that it cannot tell. */
export type Observation = Drift | ({ readonly cannotTell: true } & Unverifiable)

export type Checks = { [Kind in PairKind]?: (pair: Pair<Kind>) => Iterable<Observation> }

/** One kind of drift: its words, its smallest example and its check. */
export interface Rule extends Checks {
  readonly severity: Severity
  /** One sentence: what is wrong. */
  readonly summary: string
  /** What it costs the reader of the document. */
  readonly why: string
  /** How to mend it. */
  readonly fix: string
  /** The smallest document and Express app on which this rule fires and no other does; run as a test. */
  readonly example: { readonly spec: string; readonly code: string }
}
