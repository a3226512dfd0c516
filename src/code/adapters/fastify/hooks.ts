import type ts from 'typescript'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { MethodCall } from './dispatch.js'
import type { Instance, Session, Site } from './instance.js'
import { originsOf } from './receiver.js'
import { setting } from './settings.js'

/** The hooks that run before the handler, in their order. */
const hookNames = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const

/** How far decorators that stand for decorators are followed. */
const deepest = 8

/** `app.addHook('onRequest', …)`. */
export function takeHook(session: Session, call: MethodCall, instance: Instance, site: Site): void {
  const [named, given] = call.arguments
  if (named === undefined || given === undefined) return
  const name = session.project.values.evaluate({ expression: named, scope: site.scope })
  if (name.kind !== 'literal' || !hookNames.some((known) => known === name.value)) return
  instance.hooks.push({ reference: { expression: given, scope: site.scope }, site })
}

/** Everything that runs before a handler: the hooks of the instances around it, outermost first, then the route's own. */
export function hooksOf(session: Session, instance: Instance, options: Value | null): readonly Reference[] {
  const around = lineage(instance).flatMap(({ hooks }) =>
    hooks.map(({ reference }) => session.project.values.evaluate(reference)),
  )
  const own = hookNames.flatMap((name) => setting(session.project, options, name) ?? [])
  return [...around, ...own].flatMap((value) => expand(session, value, 0))
}

function lineage(instance: Instance): readonly Instance[] {
  return instance.parent === null ? [instance] : [...lineage(instance.parent), instance]
}

/** The functions behind a hook: lists, `app.auth([…])` and decorators of the instance are looked into. */
function expand(session: Session, value: Value, depth: number): readonly Reference[] {
  const { values } = session.project
  if (value.kind === 'literal' || depth > deepest) return []
  if (value.kind === 'array')
    return value.elements.flatMap((element) => expand(session, values.evaluate(element), depth + 1))
  if (value.kind === 'member' && originsOf(value.object).length > 0) {
    const decorator = session.decorators.get(value.name)
    if (decorator !== undefined) return expand(session, values.evaluate(decorator.reference), depth + 1)
  }
  if (value.kind === 'call' && value.method !== undefined && originsOf(value.callee).length > 0) {
    const args = argumentsOf(value)
    const [first] = args
    if (value.method === 'auth' && first !== undefined) return expand(session, values.evaluate(first), depth + 1)
    const decorator = session.decorators.get(value.method)
    if (decorator !== undefined) {
      return expand(session, values.call(values.evaluate(decorator.reference), args, value.node), depth + 1)
    }
  }
  return [referenceTo(value, expressionAt(nodeOf(value)))]
}

function argumentsOf(value: Extract<Value, { kind: 'call' }>): readonly Reference[] {
  return (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
}

function nodeOf(value: Value): ts.Node {
  if (value.kind === 'choice') return nodeOf(firstOf(value.options))
  return value.kind === 'namespace' ? value.file : value.node
}

function firstOf(options: readonly Value[]): Value {
  const [first] = options
  if (first === undefined) throw new Error('a choice without options')
  return first
}
