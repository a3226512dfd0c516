import ts from 'typescript'
import type { Machine, ObjectValue } from './machine.js'
import { referenceTo } from './scope.js'
import type { Reference, Value } from './value.js'
import { literal } from './values.js'

/** A member of an object literal: written, spread, a method or a getter. */
export function objectMember(machine: Machine, object: ObjectValue, name: string): Value {
  const { node, scope } = object
  for (const member of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(member)) {
      const spread = machine.evaluate({ expression: member.expression, scope })
      const value = spread.kind === 'literal' ? undefined : machine.property(spread, name)
      if (!value || (value.kind === 'literal' && value.value === undefined)) continue
      return value
    }
    if (keyOf(machine, member.name, object) !== name) continue
    return memberOf(machine, object, member)
  }
  return literal(undefined, node)
}

function memberOf(
  machine: Machine,
  object: ObjectValue,
  member: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
): Value {
  const scope = object.scope
  if (ts.isPropertyAssignment(member)) {
    const value = machine.evaluate({ expression: member.initializer, scope })
    if (value.kind === 'function' && ts.isFunctionExpression(value.node)) return { ...value, receiver: object }
    return value
  }
  if (ts.isShorthandPropertyAssignment(member)) return machine.evaluate({ expression: member.name, scope })
  const value: Value = { kind: 'function', node: member, scope, receiver: object }
  return ts.isGetAccessor(member) ? machine.apply(value, [], member) : value
}

function keyOf(machine: Machine, name: ts.PropertyName | undefined, object: ObjectValue): string | undefined {
  if (!name) return undefined
  if (!ts.isComputedPropertyName(name)) return ts.isBigIntLiteral(name) ? undefined : name.text
  const key = machine.evaluate({ expression: name.expression, scope: object.scope })
  return key.kind === 'literal' ? String(key.value) : undefined
}

/** The names and values of an object literal, spreads opened; `complete` where no member is unknown. */
export function entriesOf(
  machine: Machine,
  object: ObjectValue,
): { readonly entries: ReadonlyMap<string, Reference>; readonly complete: boolean } {
  const entries = new Map<string, Reference>()
  let complete = true
  for (const member of object.node.properties) {
    if (ts.isSpreadAssignment(member)) {
      const spread = machine.evaluate({ expression: member.expression, scope: object.scope })
      if (spread.kind === 'object') {
        const inner = entriesOf(machine, spread)
        for (const [name, value] of inner.entries) entries.set(name, value)
        complete &&= inner.complete
      } else if (spread.kind !== 'literal') complete = false
      continue
    }
    const name = keyOf(machine, member.name, object)
    if (name === undefined) complete = false
    else entries.set(name, entryOf(machine, object, member))
  }
  return { entries, complete }
}

function entryOf(
  machine: Machine,
  object: ObjectValue,
  member: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
): Reference {
  if (ts.isPropertyAssignment(member)) return { expression: member.initializer, scope: object.scope }
  if (ts.isShorthandPropertyAssignment(member)) return { expression: member.name, scope: object.scope }
  return referenceTo(memberOf(machine, object, member), object.node)
}
