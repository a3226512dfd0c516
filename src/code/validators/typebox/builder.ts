import type { Schema } from '../../../model/schema.js'
import type { Value } from '../../values/value.js'
import type { SchemaContext } from '../json-schema/context.js'
import type { CallValue } from './call.js'

/** What a builder sees of the call that it reads. */
export interface BuilderCall {
  readonly context: SchemaContext
  readonly value: CallValue
  /** An argument, evaluated; null where there is none. */
  argument(position: number): Value | null
  /** An argument, read as a schema. */
  schema(position: number): Schema
  /** An argument that is an array of schemas; null where it cannot be read whole. */
  list(position: number): readonly Schema[] | null
}

/** How one function of TypeBox makes a schema. */
export interface Builder {
  build(call: BuilderCall): Schema
  /** Which argument holds the options. */
  readonly options?: number
}
