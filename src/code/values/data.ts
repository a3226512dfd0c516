import type { Machine } from './machine.js'
import { entriesOf } from './objects.js'
import type { Value } from './value.js'
import { reasonOf } from './values.js'

type Data = { readonly known: true; readonly value: unknown } | { readonly known: false; readonly reason: string }

/** The value as plain data, where all of it is literal; else the reason at the first part that is not. */
export function dataOf(machine: Machine, value: Value, depth = 0): Data {
  if (depth > 60) return { known: false, reason: 'the value is nested too deep' }
  if (value.kind === 'literal') return { known: true, value: value.value }
  if (value.kind === 'array') {
    if (!value.complete) return { known: false, reason: 'a part of the list is not known' }
    const items: unknown[] = []
    for (const element of value.elements) {
      const item = dataOf(machine, machine.evaluate(element), depth + 1)
      if (!item.known) return item
      items.push(item.value)
    }
    return { known: true, value: items }
  }
  if (value.kind !== 'object') return { known: false, reason: reasonOf(value) }
  const { entries, complete } = entriesOf(machine, value)
  if (!complete) return { known: false, reason: 'a member of the object is not known' }
  const members: [string, unknown][] = []
  for (const [name, reference] of entries) {
    const member = dataOf(machine, machine.evaluate(reference), depth + 1)
    if (!member.known) return member
    members.push([name, member.value])
  }
  return { known: true, value: Object.fromEntries(members) }
}
