import type { Json } from '../../../model/json.js'

/** What is known of one value on one way through the code. */
export interface Known {
  readonly truthy?: boolean
  readonly nullish?: boolean
  /** It is this literal. */
  readonly is?: Json
  /** It is none of these. */
  readonly not?: readonly Json[]
}

/** What the conditions on one way through the code say of values, by what names the value: see `subjectOf`. */
export type Facts = ReadonlyMap<string, Known>

export const noFacts: Facts = new Map()
