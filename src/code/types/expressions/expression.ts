import type ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { Absence } from '../absent.js'
import type { TypeReader } from '../reader.js'
import type { Facts } from './facts.js'

/** What reading expressions is built on. */
export interface ExpressionSource {
  readonly checker: ts.TypeChecker
  readonly types: TypeReader
  locate(node: ts.Node): Location
  /** Whether an expression is known to hold something where its type says that it may not. */
  isThere?(node: ts.Expression): boolean
  /** The type of an expression, where more is known of it than it says itself: what `this` holds in a method that is followed. */
  typeOf?(node: ts.Expression): ts.Type | null
  /** Why an expression may hold nothing, though its type says that something is there; null where it may not. */
  mayLack?(node: ts.Expression): string | null
  /** Why it is not known whether an expression that may hold nothing ever holds anything here. */
  mayNeverHold?(node: ts.Expression): string | null
}

/** The expression that a parameter stands for in the call that is being followed, and how to read on from there. */
export interface Substitution {
  readonly expression: ts.Expression
  readonly lookup: Lookup
}

/** What the identifier stands for where the caller knows more than the type does; `undefined` elsewhere. */
export interface Lookup {
  (node: ts.Identifier): Substitution | undefined
  /** What is known of values on the way through the code that is being read. */
  readonly facts?: Facts
}

/** What an expression puts on the wire, and whether it may put nothing there. */
export interface Sent {
  readonly schema: Schema
  readonly absence: Absence
}

/** The way back into the recursion. */
export interface Reading extends ExpressionSource {
  read(expression: ts.Expression, lookup: Lookup): Sent
  /** Reads the expression by its type alone. */
  typed(expression: ts.Expression): Sent
}
