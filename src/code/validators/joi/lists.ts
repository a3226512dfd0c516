import type { Schema } from '../../../model/schema.js'
import { type Accepted, inexact, type Method } from '../chains/reading.js'
import { keep, open } from '../chains/steps.js'

/** `items(a, b)`: each item is one of these, and of those that were named before. */
const items: Method = (before, args, scope, reading) => {
  const read = args.map((arg) => reading.read(arg, scope))
  const kinds = [...(before.kinds ?? []), ...read]
  const taken = kinds.filter(({ schema }) => !isNone(schema)).map(({ schema }) => schema)
  const [first] = taken
  const { items: _, ...schema } = before.schema
  const item = taken.length > 1 ? { anyOf: taken } : first
  const list: Accepted = { ...before, kinds, schema: item === undefined ? schema : { ...schema, items: item } }
  const isSelective = read.some(({ schema, optional, doubted }) => !optional || doubted || isNone(schema))
  return isSelective ? inexact(list, 'items of one kind must be there, or must not') : list
}

/** A kind that is forbidden: nothing is known of what it was. */
function isNone({ not }: Schema): boolean {
  return not !== undefined && Object.keys(not).length === 0
}

/** `ordered(a, b)`: what the first items are; there are no others unless `items` names them. */
const ordered: Method = (before, args, scope, reading) => {
  const read = args.map((arg) => reading.read(arg, scope))
  const prefixItems: readonly Schema[] = [...(before.schema.prefixItems ?? []), ...read.map(({ schema }) => schema)]
  const minItems = (before.schema.prefixItems?.length ?? 0) + read.findLastIndex(({ optional }) => !optional) + 1
  const least = minItems === 0 ? {} : { minItems }
  const list = { ...before, schema: { items: false, ...before.schema, prefixItems, ...least } }
  return read.some(({ doubted }) => doubted !== undefined)
    ? inexact(list, 'which items must be there is not known')
    : list
}

/** What the methods of joi's arrays make of them. */
export const lists: Readonly<Record<string, Method>> = {
  items,
  ordered,
  has: (before, [item], scope, reading) =>
    item === undefined ? null : { ...before, schema: { ...before.schema, contains: reading.read(item, scope).schema } },
  sparse: keep,
  sort: open('items that cannot be put in order are refused'),
  single: (before, [flag], scope, reading) =>
    flag !== undefined && reading.literal(flag, scope) === false
      ? before
      : { ...before, schema: { anyOf: [before.schema, { inexact: 'one item alone is a list of it' }] } },
}
