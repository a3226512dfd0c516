import type { Schema } from '../../model/schema.js'

/** A schema while it is being put together. */
export type Draft = { -readonly [Key in keyof Schema]: Schema[Key] }

const annotations = new Set<string>(['at', 'readOnly', 'writeOnly', 'deprecated', 'default'])

/** What of a schema only describes: it restricts no value. */
export function annotationsOf(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => annotations.has(key)))
}

/** What of a schema restricts values. */
export function assertionsOf(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !annotations.has(key)))
}

export function hasAssertions(schema: Schema): boolean {
  return Object.keys(schema).some((key) => !annotations.has(key))
}

/** Adds a reason; a schema that is inexact for two reasons says both. */
export function inexactBecause(draft: Draft, reason: string): void {
  draft.inexact = draft.inexact === undefined ? reason : `${draft.inexact}; ${reason}`
}
