import type { ObjectArm } from './form.js'
import type { Wider } from './run.js'

/** Two object variants that stand for each other, the directions to ask about, and all variants beside them. */
export interface Counterparts {
  readonly spec: ObjectArm
  readonly code: ObjectArm
  readonly ask: readonly Wider[]
  readonly peers: { readonly spec: readonly ObjectArm[]; readonly code: readonly ObjectArm[] }
}
