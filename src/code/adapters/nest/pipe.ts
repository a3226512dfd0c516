import type { Schema } from '../../../model/schema.js'
import type { Checks } from '../../validators/class-validator/checks.js'
import type { Exception } from './exception.js'

/** What the pipes of one input demand of it. */
export interface Demands {
  /** Null where no pipe says anything of the value. */
  readonly schema: Schema | null
  readonly optional: boolean
  /** How a refused value is answered; null where nothing refuses. */
  readonly refusal: Refusal | null
  /** What the project's own pipes throw. */
  readonly exceptions: readonly Exception[]
}

/** Whether and how class-validator is run over an input. */
export interface Validation {
  readonly checks: Checks
  readonly refusal: Refusal
}

/** How a pipe refuses: the status, and the body where an `exceptionFactory` of the project makes the error. */
export interface Refusal {
  /** Null where it is not known. */
  readonly status: number | null
  readonly body?: Schema
}
