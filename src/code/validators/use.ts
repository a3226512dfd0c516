import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { InputPlace } from '../handlers/exchange.js'
import type { Reference } from '../values/value.js'

/** A schema at work: what it checks, and how it refuses. */
export interface Use {
  readonly schema: Reference
  readonly input: ts.Expression
  readonly how: 'throws' | 'reports'
  /** What it takes there, where that hangs on how it is called. */
  accepts?(place: InputPlace): Schema | null
}
