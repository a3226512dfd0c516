import type { Contract } from '../../src/model/contract.js'
import type { Operation } from './document/operations.js'
import type { RawMap } from './document/raw.js'
import type { SchemaSite } from './document/sites.js'
import type { Knowledge } from './knowledge.js'

/** A right document, and what operators may ask about it. */
export interface Ground {
  readonly document: RawMap
  readonly operations: readonly Operation[]
  /** Every place of the text that holds a schema, with the elements that it describes. */
  readonly schemas: readonly SchemaSite[]
  readonly knowledge: Knowledge
  readonly code: Contract
}
