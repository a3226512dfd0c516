import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Demand } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Reference, Scope, Value } from '../values/value.js'
import type { Use } from './use.js'

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
  /** The statuses with which such a middleware refuses what does not fit. */
  refuses?(value: Value, project: Project): readonly string[]
  /** How `schema.method(argument)` uses a schema: it checks the argument, refusing by a throw or by a result. Null: it does not. */
  checks?(method: string): 'throws' | 'reports' | null
  /** A call that is handed both, such as `parse(schema, input)`, or that is of the schema itself; null for any other call. */
  uses?(call: ts.CallExpression, scope: Scope, project: Project): Use | null
  /** What the options of one check, as plain data, make of the schema: `{ allowUnknown: true }`. */
  under?(schema: Schema, options: unknown): Schema
  /** The class of the error that such a middleware hands on where the request does not fit. */
  readonly hands?: string
  /** The class of the error that it throws. */
  readonly error?: string
}
