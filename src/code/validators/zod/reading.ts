import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'

export type CallValue = Extract<Value, { kind: 'call' }>

/** What a schema accepts. */
export interface Accepted {
  readonly schema: Schema
  /** A key that holds it may be left out. */
  readonly optional: boolean
  /** The keys of an object schema, for `extend`, `pick` and the like. */
  readonly shape?: Shape
}

export interface Shape {
  readonly fields: ReadonlyMap<string, Accepted>
  /** What happens to other keys: dropped, refused, or let through. */
  readonly others: 'strip' | 'strict' | Schema | true
}

/** What reading a schema expression needs, and the way back into the recursion. */
export interface Reading {
  readonly project: Project
  /** Reads another schema expression; by its type where it cannot be read as written. */
  read(expression: ts.Expression, scope: Scope): Accepted
  /** The same, null where it is no schema that can be read as written. */
  written(reference: Reference): Accepted | null
  /** The value of a plain argument; `undefined` where it is not known. */
  literal(expression: ts.Expression | undefined, scope: Scope): unknown
}

export function exact(schema: Schema): Accepted {
  return { schema, optional: false }
}

export function inexact(accepted: Accepted, reason: string): Accepted {
  return { ...accepted, schema: { ...accepted.schema, inexact: accepted.schema.inexact ?? reason } }
}
