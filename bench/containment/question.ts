import type { Json } from '../../src/model/json.js'
import type { Answer, Road } from './ask.js'
import type { Described } from './document.js'
import type { Plain } from './plain.js'

/** "Is every value of the left one of the right?", with the answer known before the tool is asked. */
export interface Question {
  /** What the answer is known by: a suite's file, or the way the pair was made. */
  readonly kind: string
  readonly title: string
  readonly left: Described
  readonly right: Described
  readonly contained: boolean
  /** The roads on which the answer is known; both where it names none. */
  readonly roads?: readonly Road[]
  /** The keywords of both schemas. */
  readonly words: ReadonlySet<string>
  /** Whether the value lies in the left and not in the right, asked of something that is not the tool. */
  proves(witness: Json): boolean
  /** Whether the value lies in the right and not in the left. */
  provesMirrored(witness: Json): boolean
  /** As written, to be printed and to be asked of another checker. */
  readonly written: { readonly left: Plain; readonly right: Plain }
}

/** What came of a question on one road. */
export interface Outcome {
  readonly question: Question
  readonly road: Road
  readonly answer: Answer
  readonly wrong: boolean
}
