import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'

/** What reading one schema needs beside the schema itself. */
export interface SchemaContext {
  readonly project: Project
  /** Reads a schema inside this one, in whichever of the two languages it is written. */
  read(value: Value, context: SchemaContext): Schema
  /** Schemas that a `$ref` can name by `$id`. */
  readonly shared: ReadonlyMap<string, Value>
  /** The schema that `#` stands for. */
  readonly root: Value | null
  /** The schemas around this one, so that one that holds itself ends. */
  readonly within: readonly ts.Node[]
  /** A default fills what is missing before the check of a request, and stands in what a response sends. */
  readonly direction: 'request' | 'response'
}
