import type ts from 'typescript'
import type { ArrayValue, CallLike, Machine } from './machine.js'
import { referenceTo } from './scope.js'
import type { Reference, Value } from './value.js'
import { combine, literal, reasonOf, unknown } from './values.js'

/** A pure method of an array; undefined for those that are not read. */
export function arrayCall(
  machine: Machine,
  array: ArrayValue,
  name: string,
  args: readonly Reference[],
  node: CallLike,
): Value | undefined {
  const [first] = args
  switch (name) {
    case 'join':
      return joined(machine, array, first, node)
    case 'concat': {
      const lists = args.map((each) => machine.evaluate(each))
      const elements = lists.flatMap((each, i) => (each.kind === 'array' ? each.elements : args[i] ? [args[i]] : []))
      const complete =
        array.complete && lists.every((each) => each.kind !== 'unknown' && (each.kind !== 'array' || each.complete))
      return { ...array, elements: [...array.elements, ...elements], complete, node }
    }
    case 'reverse':
    case 'toReversed':
      return { ...array, elements: [...array.elements].reverse(), node }
    case 'map':
    case 'flatMap':
      return first && mapped(machine, array, first, name === 'flatMap', node)
    case 'flat':
      return flattened(machine, array, node)
    case 'filter':
      return first && filtered(machine, array, first, node)
    case 'at': {
      const index = first && machine.evaluate(first)
      const element = index?.kind === 'literal' ? array.elements.at(Number(index.value)) : undefined
      return element && machine.evaluate(element)
    }
    default:
      return undefined
  }
}

function joined(machine: Machine, array: ArrayValue, by: Reference | undefined, node: ts.Node): Value {
  if (!array.complete) return unknown('a list that is not known whole', node)
  const separator = by ? machine.evaluate(by) : literal(',', node)
  return combine([separator, ...array.elements.map((each) => machine.evaluate(each))], node, ([between, ...parts]) => {
    const texts: string[] = []
    for (const part of parts) {
      if (part.kind !== 'literal') return unknown(reasonOf(part), node)
      texts.push(String(part.value ?? ''))
    }
    return between?.kind === 'literal'
      ? literal(texts.join(String(between.value)), node)
      : unknown('the separator', node)
  })
}

function mapped(machine: Machine, array: ArrayValue, callback: Reference, flat: boolean, node: CallLike): Value {
  const callee = machine.evaluate(callback)
  const elements = array.elements.map((element, index) => {
    const at = referenceTo(literal(index, element.expression), element.expression)
    return referenceTo(machine.call(callee, [element, at], node), element.expression)
  })
  const result: ArrayValue = { kind: 'array', elements, complete: array.complete, node }
  return flat ? flattened(machine, result, node) : result
}

function flattened(machine: Machine, array: ArrayValue, node: ts.Node): ArrayValue {
  let complete = array.complete
  const elements = array.elements.flatMap((element) => {
    const value = machine.evaluate(element)
    if (value.kind !== 'array') return [element]
    complete &&= value.complete
    return value.elements
  })
  return { kind: 'array', elements, complete, node }
}

/** Elements that the callback clearly refuses are left out; where it cannot be told they stay, and the list is not whole. */
function filtered(machine: Machine, array: ArrayValue, callback: Reference, node: CallLike): Value {
  const callee = machine.evaluate(callback)
  let complete = array.complete
  const elements = array.elements.filter((element) => {
    const isBoolean = callee.kind === 'import' && callee.name === 'Boolean'
    const value = isBoolean ? machine.evaluate(element) : machine.call(callee, [element], node)
    if (value.kind === 'literal') return Boolean(value.value)
    if (!isBoolean) complete = false
    return true
  })
  return { kind: 'array', elements, complete, node }
}
