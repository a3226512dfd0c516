import type { Schema } from '../../model/schema.js'
import type { Demand } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'

/** Knows how one validation library says what a request must look like. */
export interface Validator {
  /** The npm packages that switch it on. */
  readonly packages: readonly string[]
  /**
   * What a schema of this library accepts (its input, not its output); null where the value is no schema of this library.
   * `value` is what `reference` evaluates to: a class for class-validator, an object literal for JSON Schema, a call for zod.
   */
  accepts?(reference: Reference, value: Value, project: Project): Schema | null
  /** What a middleware of this library demands of the request; null where the value is none of its middlewares. */
  demands?(reference: Reference, value: Value, project: Project): readonly Demand[] | null
  /** How `schema.method(argument)` uses a schema: it checks the argument, refusing by a throw or by a result. Null: it does not. */
  checks?(method: string): 'throws' | 'reports' | null
}
