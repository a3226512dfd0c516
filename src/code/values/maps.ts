import ts from 'typescript'
import { sameToken } from './injection.js'
import type { Machine } from './machine.js'
import type { Reference, Value } from './value.js'
import { bare, choice, sameValue, unknown } from './values.js'

type CallValue = Extract<Value, { kind: 'call' }>

/** What `map.get(key)` gives: what the map is made with, or set to by `map.set(key, …)`, under the same key. */
export function mapEntry(machine: Machine, object: Value, key: Reference, node: ts.Node): Value | undefined {
  if (object.kind !== 'call' || !isMap(object)) return undefined
  const wanted = machine.evaluate(key)
  const found = [...entriesOf(machine, object)]
    .filter((each) => sameToken(machine.evaluate(each.key), wanted))
    .map((each) => machine.evaluate(each.value))
  if (found.length > 0) return choice(found, node)
  return unknown(`no value of the Map is known for \`${key.expression.getText()}\``, node)
}

function isMap({ callee, node }: CallValue): boolean {
  return ts.isNewExpression(node) && callee.kind === 'import' && callee.module === 'global' && callee.name === 'Map'
}

interface Entry {
  readonly key: Reference
  readonly value: Reference
}

function* entriesOf(machine: Machine, map: CallValue): Iterable<Entry> {
  const [initial] = map.node.arguments ?? []
  const list = initial && machine.evaluate({ expression: initial, scope: map.scope })
  for (const element of list?.kind === 'array' ? list.elements : []) {
    const pair = machine.evaluate(element)
    const [key, value] = pair.kind === 'array' ? pair.elements : []
    if (key && value) yield { key, value }
  }
  for (const call of machine.sites.calls('set')) {
    const [key, value] = call.arguments
    const callee = bare(call.expression)
    if (!key || !value || !ts.isPropertyAccessExpression(callee)) continue
    for (const scope of machine.scopesOf(call)) {
      if (!sameValue(machine.evaluate({ expression: callee.expression, scope }), map)) continue
      yield { key: { expression: key, scope }, value: { expression: value, scope } }
    }
  }
}
