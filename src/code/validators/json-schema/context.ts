import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'

/** A schema that is being read; whoever meets it again inside itself gives it a name. */
export interface SchemaAround {
  readonly node: ts.Node
  name?: string
}

/** What reading one schema needs beside the schema itself. */
export interface SchemaContext {
  readonly project: Project
  /** Reads a schema inside this one, in whichever of the two languages it is written. */
  read(value: Value, context: SchemaContext): Schema
  /** Schemas that a `$ref` can name by `$id`. */
  readonly shared: ReadonlyMap<string, Value>
  /** The schema that `#` stands for. */
  readonly root: Value | null
  /** The schemas around this one, so that one that holds itself ends: it gets a name, and what is inside refers to that. */
  readonly within: readonly SchemaAround[]
  /** A default fills what is missing before the check of a request, and stands in what a response sends. */
  readonly direction: 'request' | 'response'
}
