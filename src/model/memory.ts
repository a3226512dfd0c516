import type { Journal } from './journal.js'
import type { Snapshot } from './snapshot.js'

/** Something that is read from files and settings, and from nothing else. */
export interface Question<Answer extends object> {
  /** One word: `code`, `document`. */
  readonly kind: string
  /** Every setting that the answer depends on, as JSON. */
  readonly settings: string
  /** What stands for the files below the root. */
  readonly snapshot?: Snapshot | undefined
  /** Who else needs to know what this answer was read from. */
  readonly journal?: Journal | undefined
  /** Finds the answer; everything it looks at goes into the journal. */
  read(journal: Journal): Promise<Answer> | Answer
  /** Whether the answer may be kept; mistakes of the user are found anew each time. */
  isKept(answer: Answer): boolean
}

/** Answers from what earlier runs read, as long as nothing that they looked at is different now. */
export interface Memory {
  /** Gives the same as `read` would. The members of an answer out of memory are made when they are first asked for. */
  recall<Answer extends object>(question: Question<Answer>): Promise<Answer>
}
