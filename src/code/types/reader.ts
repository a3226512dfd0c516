import type ts from 'typescript'
import type { Schema, Schemas } from '../../model/schema.js'

/** Turns TypeScript types into the schema of what they look like on the wire. The one road: nobody else reads a type. */
export interface TypeReader {
  /** What `JSON.stringify` makes of a value of this type. `at` is where it is sent, for positions of inline types. */
  sent(type: ts.Type, at: ts.Node): Schema
  /**
   * What a client sends for a value that the code declares with this type, after JSON parsing. Differs from `sent` where
   * no JSON gives such a value: `bigint`, `Map`, typed arrays and their like are unknown, and a list has no null for undefined.
   */
  received(type: ts.Type, at: ts.Node): Schema
  /** A name that no schema has yet, for one that is read elsewhere and holds itself; `define` says what it names. */
  claim(wished: string): string
  define(name: string, schema: Schema): void
  /** The named schemas that the answers so far refer to. */
  readonly schemas: Schemas
}
