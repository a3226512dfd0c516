import type { ElementAddress, Proof } from './finding.js'
import type { Location } from './location.js'
import type { Schema } from './schema.js'

export type Aspect =
  | 'field'
  | 'type'
  | 'required'
  | 'nullable'
  | 'enum'
  | 'format'
  | 'constraint'
  | 'shape'
  | 'deprecated'
  | 'unserialisable'
  /** The document speaks of an object and of none of its fields: nothing contradicts it, and nobody knows what is sent. */
  | 'unsaid'

/** What one side says of the element, in a few words, and where. */
export interface Claim {
  readonly says: string
  readonly at: Location | null
}

/** One proven difference between two schemas, at the smallest element that shows it. */
export interface Difference extends ElementAddress {
  readonly aspect: Aspect
  /** The side that allows what the other does not. */
  readonly wider: 'code' | 'spec'
  readonly spec: Claim
  readonly code: Claim
  readonly proof: Proof | null
  /** Of a field that one side lacks: the reader of the value, who has it, requires it. */
  readonly required: boolean
  /** The whole schemas that were compared: those of the body, the parameter or the header. */
  readonly between: { readonly spec: Schema; readonly code: Schema }
  /** How many values an enum differs by. */
  readonly values?: number
}
