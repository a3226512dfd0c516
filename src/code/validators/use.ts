import type ts from 'typescript'
import type { Reference } from '../values/value.js'

/** A schema at work: what it checks, and how it refuses. */
export interface Use {
  readonly schema: Reference
  readonly input: ts.Expression
  readonly how: 'throws' | 'reports'
}
