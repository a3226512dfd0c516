import ts from 'typescript'
import { isHanded, parametersOf } from '../values/parameters.js'
import { lookup } from '../values/scope.js'
import { thisKey } from '../values/this-key.js'
import type { Reference, Scope, Value } from '../values/value.js'
import { literal } from '../values/values.js'

export type FunctionValue = Extract<Value, { kind: 'function' }>

/** The scope in which a function runs that is called with these arguments. */
export function scopeOfCall(callee: FunctionValue, args: readonly Reference[]): Scope {
  const bindings = new Map<ts.Node, Reference | Value>(parametersOf(callee.node, args))
  if (callee.receiver !== undefined) bindings.set(thisKey(callee.node), callee.receiver)
  return { bindings, outer: callee.scope, owner: callee.node }
}

/**
 * The scope in which a framework runs a handler: what it takes from the request for a decorated parameter is not known, and its
 * default stands only for a request that lacks it.
 */
export function scopeOfHandler(handler: FunctionValue): Scope {
  const called = scopeOfCall(handler, [])
  const handed = handler.node.parameters.filter((each) => isHanded(each) && !isBound(called, each))
  if (handed.length === 0) return called
  const values = handed.map((node): [ts.Node, Value] => [node, { kind: 'parameter', node, function: handler.node }])
  return { ...called, bindings: new Map([...called.bindings, ...values]) }
}

/**
 * The same of a call that is in sight with all its arguments: a parameter that it leaves out stands for its default, or for nothing,
 * whatever other calls hand it.
 */
export function scopeOfFollowed(callee: FunctionValue, args: readonly Reference[]): Scope {
  const called = scopeOfCall(callee, args)
  if (args.some(({ expression }) => ts.isSpreadElement(expression))) return called
  const bindings = new Map(called.bindings)
  for (const parameter of callee.node.parameters) {
    if (bindings.has(parameter) || parameter.dotDotDotToken !== undefined) continue
    const { initializer, questionToken } = parameter
    if (initializer !== undefined) bindings.set(parameter, { expression: initializer, scope: called })
    else if (questionToken !== undefined) bindings.set(parameter, literal(undefined, parameter))
  }
  return { ...called, bindings }
}

/** The expression that a parameter stands for; null where it is not known. */
export function boundTo(scope: Scope, declaration: ts.Node): Reference | null {
  const bound = lookup(scope, declaration)
  return bound === undefined || 'kind' in bound ? null : bound
}

/** Whether anything is said of what a declaration stands for. */
export const isBound = (scope: Scope, declaration: ts.Node): boolean => lookup(scope, declaration) !== undefined
