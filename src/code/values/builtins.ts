import type ts from 'typescript'
import { arrayCall } from './array-calls.js'
import type { CallLike, Machine } from './machine.js'
import { exportsOf } from './modules.js'
import { entriesOf } from './objects.js'
import { referenceTo } from './scope.js'
import { stringCall } from './string-calls.js'
import type { Reference, Value } from './value.js'
import { combine, literal, unknown } from './values.js'

/** Calls of the language's own pure functions, over values that are known; undefined for every other call. */
export function builtinCall(
  machine: Machine,
  object: Value,
  name: string,
  args: readonly Reference[],
  node: CallLike,
): Value | undefined {
  if (object.kind === 'literal' && typeof object.value === 'string') {
    return combine(
      args.map((each) => machine.evaluate(each)),
      node,
      (known) => stringCall(object.value, name, known, node),
    )
  }
  if (object.kind === 'array') return arrayCall(machine, object, name, args, node)
  if (object.kind === 'function') return functionCall(machine, object, name, args, node)
  if (object.kind !== 'import') return undefined
  const [first] = args
  if (!first) return undefined
  if (object.module === 'global') return globalCall(machine, object.name, name, args, node)
  if (/^path(\/posix)?$/.test(object.module) && name === 'join') {
    return combine(
      args.map((each) => machine.evaluate(each)),
      node,
      (known) => joinPaths(known, node),
    )
  }
  return undefined
}

/** `.bind(x)`, `.call(x, …)` and `.apply`. */
function functionCall(
  machine: Machine,
  callee: Extract<Value, { kind: 'function' }>,
  name: string,
  args: readonly Reference[],
  node: CallLike,
): Value | undefined {
  const [receiver, ...rest] = args
  const bound = receiver ? { ...callee, receiver: machine.evaluate(receiver) } : callee
  if (name === 'bind') return rest.length === 0 ? bound : unknown('arguments that are bound beforehand', node)
  return name === 'call' ? machine.apply(bound, rest, node) : undefined
}

function globalCall(
  machine: Machine,
  holder: string,
  name: string,
  args: readonly Reference[],
  node: CallLike,
): Value | undefined {
  const [first] = args
  if (!first) return undefined
  const value = machine.evaluate(first)
  if (holder === 'Object') {
    if (name === 'freeze' || name === 'seal') return value
    if (name === 'assign') return assigned(machine, value, args, node)
    if (!['entries', 'keys', 'values'].includes(name)) return undefined
    if (value.kind === 'enum') return name === 'values' ? textsOfEnum(machine, value, node) : undefined
    if (value.kind !== 'object' && value.kind !== 'namespace') return undefined
    const { entries, complete } =
      value.kind === 'object' ? entriesOf(machine, value) : exportsOf(machine, value, first.expression)
    const elements = [...entries].map(([key, entry]) => {
      const named = referenceTo(literal(key, entry.expression), entry.expression)
      if (name === 'keys') return named
      return name === 'values'
        ? entry
        : referenceTo(
            { kind: 'array', elements: [named, entry], complete: true, node: entry.expression },
            entry.expression,
          )
    })
    return { kind: 'array', elements, complete, node }
  }
  if (holder === 'Promise' && (name === 'all' || name === 'resolve')) return value
  if (holder === 'Array' && name === 'from' && value.kind === 'array') return value
  return undefined
}

/** The values of an enum of texts; one with numbers holds its names as well. */
function textsOfEnum(machine: Machine, value: Extract<Value, { kind: 'enum' }>, node: CallLike): Value | undefined {
  const texts = value.node.members.map((member) => machine.property(value, member.name.getText()))
  if (!texts.every((text) => text.kind === 'literal' && typeof text.value === 'string')) return undefined
  return { kind: 'array', elements: texts.map((text) => referenceTo(text, node)), complete: true, node }
}

/** `Object.assign({}, base)` is the base; what is given members beside its own is not read as if it had none of them. */
function assigned(machine: Machine, value: Value, args: readonly Reference[], node: CallLike): Value {
  const [, second] = args
  if (value.kind !== 'object' || second === undefined) return value
  const isCopy = args.length === 2 && value.node.properties.length === 0
  return isCopy ? machine.evaluate(second) : unknown('members that are assigned to an object', node)
}

function joinPaths(parts: readonly Value[], node: ts.Node): Value {
  const texts: string[] = []
  for (const part of parts) {
    if (part.kind !== 'literal') return unknown('a part of a path that is not known', node)
    texts.push(String(part.value))
  }
  return literal(
    texts
      .filter(Boolean)
      .join('/')
      .replaceAll(/\/{2,}/g, '/'),
    node,
  )
}
