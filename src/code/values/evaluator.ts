import type ts from 'typescript'
import type { Origin, Reference, Scope, Value } from './value.js'

/** Reads what expressions stand for. Bounded in depth and steps: past the bound a value is `unknown`. */
export interface Evaluator {
  evaluate(reference: Reference): Value
  /** `value.name`, through objects, instances (fields, methods, constructor-injected fields), classes, enums, namespaces, imports. */
  property(value: Value, name: string): Value
  /** What calling the value with these arguments returns; of several `return`s a `choice`. */
  call(value: Value, args: readonly Reference[], node: ts.CallExpression | ts.NewExpression): Value
  /** Every scope in which the node runs: one for each known call site of the functions around it and each turn of a loop over a literal. */
  scopesOf(node: ts.Node): readonly Scope[]
  /** Where a scope was made: tells the order in which code ran. Null for the scope of a module. */
  originOf(scope: Scope): Origin | null
  /** The value as plain data, where all of it is literal. */
  literal(
    value: Value,
  ): { readonly known: true; readonly value: unknown } | { readonly known: false; readonly reason: string }
}
