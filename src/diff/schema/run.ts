import type { Aspect, Difference } from '../../model/difference.js'
import type { ElementAddress } from '../../model/finding.js'
import type { Json } from '../../model/json.js'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Arm, Side } from './form.js'
import type { Judge } from './judge.js'

/** Where in the value the comparison stands, and how a value there becomes a whole one. */
export interface Place {
  readonly pointer: string
  /** The property that holds the value; what the value might look like depends on it. */
  readonly name: string
  readonly depth: number
  /** The sides on which everything above is exactly known. */
  readonly exact: Readonly<Record<Wider, boolean>>
  /** Completes a value at this place to a whole value that the named side should accept. */
  hold(value: Json, by: Wider): Json | undefined
}

export type Wider = 'code' | 'spec'

/** The schemas of one element as both sides wrote them, and the kinds of value they come to. */
export type BothSchemas = Readonly<Record<Wider, Schema>>
export type BothArms = Readonly<Record<Wider, readonly Arm[]>>

/** A difference with a value that should show it, before Ajv has been asked. */
export interface Suspicion {
  readonly pointer: string
  readonly aspect: Aspect
  readonly wider: Wider
  readonly whole: Json | undefined
  readonly spec: Schema | undefined
  readonly code: Schema | undefined
  readonly required?: boolean
  /** Not only may one side have what the other refuses: the other may also lack what the one must have. */
  readonly mutual?: boolean
  readonly values?: number
  /** What surrounds the element on the side that does not have it. */
  readonly around?: Location | undefined
}

/** What could not be decided: whether all values of one side are values of the other; of either where it names none. */
export interface Undecided {
  readonly pointer: string
  readonly reason: string
  readonly of: Wider | undefined
}

/** How many elements were compared. */
export interface Spending {
  steps: number
}

/** A pair of schemas that is compared later. */
export interface Deferred {
  readonly spec: Schema
  readonly code: Schema
  readonly place: Place
}

/** One comparison under way: both sides, what was found, and what it may still cost. */
export interface Run {
  readonly spec: Side
  readonly code: Side
  /** The values are texts on the wire: parameters and headers. */
  readonly asText: boolean
  /** The side whose values alone are asked about; absent: both. */
  readonly asked?: Wider
  readonly address: ElementAddress
  /** The schemas that the comparison started with. */
  readonly between: Difference['between']
  readonly judges: Readonly<Record<Wider, Judge>>
  readonly differences: Map<string, Difference>
  readonly doubts: Map<string, Undecided>
  readonly path: Set<string>
  /** Pairs that agree as far as this comparison has seen, with their depth; and those that earlier ones have shown to. */
  readonly clean: Map<string, number>
  readonly agreed: ReadonlySet<string>
  /** Pairs that this comparison has found to differ, or to be in doubt. */
  readonly unclean: Set<string>
  /** What the comparisons of these two sides have looked at, all together and this one. */
  readonly spent: Spending
  steps: number
  /** Pairs too deep to be followed at once; they wait until what is nearer has been compared. */
  readonly deferred: Deferred[]
  /** Elements that were looked at as a whole, by side, and whether that decided. */
  readonly settled: Map<string, boolean>
  /** How many members stand in the objects of which examples were built. */
  built: number
  /** Searches for a value, which cost most. */
  searches: number
  descend(spec: Schema, code: Schema, place: Place): void
}
