import type { Schema } from '../../../model/schema.js'
import type { Arm, Side } from '../form.js'

/** One attempt to prove that all values of one schema are values of another. What it cannot prove may still be so. */
export interface ProofRun {
  readonly from: Side
  readonly to: Side
  /** Pairs that are being proven further up: they are taken to hold, and if they do not, that shows there. */
  readonly assumed: Set<string>
  steps: number
  /** Whether every value of the left schema surely is one of the right. */
  holds(left: Schema, right: Schema): boolean
  /** Whether every value of the arm surely is one of the right schema. */
  armHolds(arm: Arm, right: Schema): boolean
}
