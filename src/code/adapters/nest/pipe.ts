import type { Schema } from '../../../model/schema.js'
import type { Checks } from '../../validators/class-validator/checks.js'
import type { Exception } from './exception.js'

/** What the pipes of one input demand of it. */
export interface Demands {
  /** Null where no pipe says anything of the value. */
  readonly schema: Schema | null
  readonly optional: boolean
  /** The status that a refused value is answered with; null where nothing refuses. */
  readonly refusal: number | null
  /** What the project's own pipes throw. */
  readonly exceptions: readonly Exception[]
}

/** Whether and how class-validator is run over an input. */
export interface Validation {
  readonly checks: Checks
  readonly refusal: number
}
