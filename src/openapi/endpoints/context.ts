import type { Unresolved } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Library, Spot } from '../library.js'

/** What the reading of one operation needs. */
export interface EndpointContext {
  readonly library: Library
  readonly schema: (spot: Spot) => Schema
  /** What could not be followed, said once each. */
  readonly unresolved: Unresolved[]
}

/** A path item in layers: what stands beside its `$ref` first, then what the `$ref` leads to. */
export type Layers = readonly Spot[]

/** A parameter with its `$ref` followed, before it is told whether it is one of the body. */
export interface ParameterSpot {
  readonly name: string
  readonly in: string
  readonly spot: Spot
}
