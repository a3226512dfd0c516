import type { AbsentAnswer } from '../../handlers/dialect.js'

/** The statuses of an action: of what it returns, and of nothing and null, which have their own. */
export interface Absences {
  readonly success: number
  readonly undefined: AbsentAnswer
  readonly null: AbsentAnswer
  /** Stated for an answer of nothing by a decorator, whatever the declared type says of it. */
  readonly stated: readonly number[]
}
