import ts from 'typescript'
import type { ClassValue, Frames, FunctionValue, InstanceValue } from './machine.js'
import { parametersOf } from './parameters.js'
import { thisKey } from './this-key.js'
import type { Origin, Reference, Scope, Value } from './value.js'
import { sameValue } from './values.js'

interface Made {
  readonly scope: Scope
  readonly key: readonly (ts.Node | Scope | Value | null)[]
  readonly value: InstanceValue | null
}

/** Makes and remembers scopes, so that the same call of the same function has one scope however often it is read. */
export function createFrames(): Frames {
  const made = new Map<ts.Node, Map<string, Made[]>>()
  const turns = new Map<ts.Node, number>()
  const ids = new WeakMap<object, number>()
  let last = 0
  const given = new WeakMap<Scope, { readonly args: readonly Reference[] | null; readonly origin: Origin }>()

  const idOf = (part: object) => {
    const before = ids.get(part)
    if (before !== undefined) return before
    ids.set(part, ++last)
    return last
  }
  /** What keys that are the same share: a function that is called in many ways has many frames at one site. */
  const label = (key: Made['key']) => key.map((part) => (part === null ? 0 : isValue(part) ? 'v' : idOf(part))).join()
  const known = (site: ts.Node, key: Made['key']) =>
    made
      .get(site)
      ?.get(label(key))
      ?.find((each) => each.key.every((part, i) => samePart(part, key[i])))
  const keep = (site: ts.Node, entry: Made, args: readonly Reference[] | null, from: Scope | null) => {
    const turn = turns.get(site) ?? 0
    turns.set(site, turn + 1)
    given.set(entry.scope, { args, origin: { site, scope: from, turn } })
    const labelled = made.get(site) ?? new Map<string, Made[]>()
    const name = label(entry.key)
    labelled.set(name, [...(labelled.get(name) ?? []), entry])
    made.set(site, labelled)
  }
  const keyOf = (args: readonly Reference[]) => args.flatMap((arg) => [arg.expression, arg.scope])

  return {
    call(callee: FunctionValue, args, site, siteScope) {
      const key = [callee.node, callee.scope, callee.receiver ?? null, siteScope, ...(args ? keyOf(args) : [null])]
      const before = known(site, key)
      if (before) return before.scope
      const bindings = new Map<ts.Node, Reference | Value>(args ? parametersOf(callee.node, args) : [])
      if (callee.receiver) bindings.set(thisKey(callee.node), callee.receiver)
      const scope: Scope = { bindings, outer: callee.scope, owner: callee.node }
      keep(site, { scope, key, value: null }, args, siteScope)
      return scope
    },
    instance(callee: ClassValue, args, site, siteScope) {
      const key = [callee.node, callee.scope, siteScope, ...(args ? keyOf(args) : [null])]
      const before = known(site, key)
      if (before?.value) return before.value
      const bindings = new Map<ts.Node, Reference | Value>()
      const scope: Scope = { bindings, outer: callee.scope, owner: callee.node }
      const instance: InstanceValue = { kind: 'instance', class: callee.node, node: site, scope }
      bindClass(bindings, callee.node, instance, args)
      keep(site, { scope, key, value: instance }, args, siteScope)
      return instance
    },
    base(instance, derived, callee, args) {
      const key = [callee.node, derived]
      const before = known(callee.node, key)
      if (before) return before.scope
      const bindings = new Map<ts.Node, Reference | Value>()
      bindClass(bindings, callee.node, instance, args)
      const scope: Scope = { bindings, outer: callee.scope, owner: callee.node }
      keep(callee.node, { scope, key, value: null }, args, derived)
      return scope
    },
    turn(owner, outer, bindings) {
      const key = [
        outer,
        ...[...bindings].flatMap(([node, bound]) => [
          node,
          ...('kind' in bound ? [bound] : [bound.expression, bound.scope]),
        ]),
      ]
      const before = known(owner, key)
      if (before) return before.scope
      const scope: Scope = { bindings, outer, owner }
      keep(owner, { scope, key, value: null }, null, outer)
      return scope
    },
    argumentsOf: (frame) => given.get(frame)?.args ?? null,
    originOf: (frame) => given.get(frame)?.origin ?? null,
  }
}

function bindClass(
  bindings: Map<ts.Node, Reference | Value>,
  declaration: ts.ClassLikeDeclaration,
  instance: InstanceValue,
  args: readonly Reference[] | null,
): void {
  bindings.set(declaration, instance)
  const builder = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body)
  if (!builder || !ts.isConstructorDeclaration(builder) || !args) return
  for (const [parameter, bound] of parametersOf(builder, args)) bindings.set(parameter, bound)
}

type Part = Made['key'][number]

/** Nodes have a kind too, which is a number. */
function isValue(part: Part): part is Value {
  return part !== null && 'kind' in part && typeof part.kind === 'string'
}

function samePart(left: Part, right: Part | undefined): boolean {
  if (left === right) return true
  return right !== undefined && isValue(left) && isValue(right) && sameValue(left, right)
}
