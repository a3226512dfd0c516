import type { Schema } from '../../model/schema.js'
import type { Library, Spot } from '../library.js'
import type { SchemaNames } from './names.js'

/** What the translation of one schema needs. */
export interface SchemaContext {
  readonly library: Library
  readonly names: SchemaNames
  /**
   * Inside `not`, `if`, `then` and `else` a schema describes a part of a value: its objects are open, and its
   * references are written out so that they are open as well. The set holds those that are being written out.
   */
  readonly partial?: ReadonlySet<string>
  /**
   * Beside `unevaluatedProperties` what speaks of the same value is read as JSON Schema reads it, and its references are
   * written out. The set holds those that are being written out.
   */
  readonly beside?: ReadonlySet<string>
  /** All that is being written out, also around a part of the value, where references may be names again. */
  readonly writing?: ReadonlySet<string>
  /** How many references of the whole document were written out. */
  readonly written: { count: number }
  /** What a schema without a word amounts to, where that is not any value. */
  readonly blank?: string
  /** The translation itself, for the schemas inside a schema. */
  translate(context: SchemaContext, spot: Spot): Schema
}
