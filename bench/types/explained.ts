import type { Json } from '../../src/model/json.js'
import type { Acceptance } from './acceptance.js'

/** A kind of disagreement that is meant: why the reader does not follow the compiler there. */
export interface Explanation {
  readonly name: string
  readonly why: string
  /** The disagreement on this value is of this kind and no other: with the one reading changed, the schema accepts. */
  covers(value: Json, accepted: Acceptance): boolean
}

/** Values that the compiler accepts and the schema refuses, for a reason. */
export const explanations: readonly Explanation[] = [
  {
    name: 'a member of type `any` or `unknown` is left out',
    why:
      'such a type holds `undefined`, which is not sent, but whoever declares or sends the member does not say that it may be missing: ' +
      'it counts as there, and the comparison concludes nothing from it where the document calls it optional',
    covers: (value, accepted) => accepted.acceptsWithout(value),
  },
]
