import type ts from 'typescript'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import { type Instance, lineage, type Session, type Site } from './instance.js'
import type { MethodCall } from './method-call.js'
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
  if (name.kind !== 'literal') return
  const hook = { reference: { expression: given, scope: site.scope }, site }
  if (name.value === 'preSerialization' || name.value === 'onSend') {
    instance.payloadHooks.push({ ...hook, name: name.value })
  } else if (hookNames.some((known) => known === name.value)) instance.hooks.push(hook)
}

/** Functions that run one after the other, or of which one that passes is enough. */
export interface Guardians {
  readonly references: readonly Reference[]
  readonly anyOf: boolean
}

/** Everything that runs before a handler: the hooks of the instances around it, outermost first, then the route's own. */
export function hooksOf(session: Session, instance: Instance, options: Value | null): readonly Guardians[] {
  const around = lineage(instance).flatMap(({ hooks }) =>
    hooks.map(({ reference }) => session.project.values.evaluate(reference)),
  )
  const own = hookNames.flatMap((name) => setting(session.project, options, name) ?? [])
  return [...around, ...own].flatMap((value) => expand(session, value, 0))
}

/** The functions behind a hook: lists, `app.auth([…])` and decorators of the instance are looked into. */
function expand(session: Session, value: Value, depth: number): readonly Guardians[] {
  const { values } = session.project
  if (value.kind === 'literal' || depth > deepest) return []
  if (value.kind === 'array') {
    return value.elements.flatMap((element) => expand(session, values.evaluate(element), depth + 1))
  }
  if (value.kind === 'member' && originsOf(value.object).length > 0) {
    const decorator = session.decorators.get(value.name)
    if (decorator !== undefined) return expand(session, values.evaluate(decorator.reference), depth + 1)
  }
  if (value.kind === 'call' && value.method !== undefined && originsOf(value.callee).length > 0) {
    const args = argumentsOf(value)
    if (value.method === 'auth') return alternatives(session, args, depth)
    const decorator = session.decorators.get(value.method)
    if (decorator !== undefined) {
      return expand(session, values.call(values.evaluate(decorator.reference), args, value.node), depth + 1)
    }
  }
  return [{ references: [referenceTo(value, expressionAt(nodeOf(value)))], anyOf: false }]
}

/** `app.auth([a, b])`: one that passes is enough, unless the relation is `and`. */
function alternatives(session: Session, args: readonly Reference[], depth: number): readonly Guardians[] {
  const { values } = session.project
  const [list, options] = args
  const groups = list === undefined ? [] : expand(session, values.evaluate(list), depth + 1)
  const relation = options === undefined ? null : setting(session.project, values.evaluate(options), 'relation')
  if (groups.length < 2 || (relation?.kind === 'literal' && relation.value === 'and')) return groups
  return [{ references: groups.flatMap(({ references }) => references), anyOf: true }]
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
