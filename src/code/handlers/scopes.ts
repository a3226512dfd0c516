import type ts from 'typescript'
import { parametersOf } from '../values/parameters.js'
import { lookup } from '../values/scope.js'
import { thisKey } from '../values/this-key.js'
import type { Reference, Scope, Value } from '../values/value.js'

export type FunctionValue = Extract<Value, { kind: 'function' }>

/** The scope in which a function runs that is called with these arguments. */
export function scopeOfCall(callee: FunctionValue, args: readonly Reference[]): Scope {
  const bindings = new Map<ts.Node, Reference | Value>(parametersOf(callee.node, args))
  if (callee.receiver !== undefined) bindings.set(thisKey(callee.node), callee.receiver)
  return { bindings, outer: callee.scope, owner: callee.node }
}

/** The expression that a parameter stands for; null where it is not known. */
export function boundTo(scope: Scope, declaration: ts.Node): Reference | null {
  const bound = lookup(scope, declaration)
  return bound === undefined || 'kind' in bound ? null : bound
}
