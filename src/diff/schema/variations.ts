import type { Json, JsonObject } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { armAdmits } from './admits.js'
import { candidates } from './candidates.js'
import type { Arm, ArrayArm, ObjectArm, Side } from './form.js'
import { itemAt } from './items.js'
import { memberOf, restOf } from './members.js'
import { mentioned } from './mentioned.js'
import { formOf } from './normal.js'
import { finiteOf } from './prove/finite.js'
import { type Other, sample, sampleItems, sampleObject } from './sample.js'
import { otherName } from './texts.js'

/** One search for values: whose they are, whose schemas they are held against, and how much it may still look at. */
interface Search {
  readonly side: Side
  readonly other: Side
  schemasLeft: number
}

/** What a value is sought for. */
interface Wanted {
  readonly schema: Schema
  readonly rivals: readonly Schema[]
  readonly name: string
  readonly depth: number
}

const mostSchemas = 30
const deepest = 3
/** So many values of each member or item. */
const mostBelow = 8
const mostListed = 40

/**
 * Small values of a schema that differ in one thing each, the plainest first, made where another schema has something to
 * say: one of them may be refused there.
 */
export function variations(schema: Schema, side: Side, other: Other, name: string): Json[] {
  const search: Search = { side, other: other.side, schemasLeft: mostSchemas }
  const plain = sample(schema, side, name, other)
  return [
    ...(plain === undefined ? [] : [plain]),
    ...around(search, { schema, rivals: [other.schema], name, depth: 0 }),
  ]
}

function around(search: Search, { schema, rivals, name, depth }: Wanted): Json[] {
  search.schemasLeft -= 1
  const form = formOf(schema, search.side)
  if ('unclear' in form || depth > deepest || search.schemasLeft < 0) return []
  const known = rivals.slice(0, 3).flatMap((rival) => {
    const theirs = formOf(rival, search.other)
    return 'unclear' in theirs ? [] : theirs.arms
  })
  const others = [...known, ...mentioned(known, search.other)]
  const listed = others.flatMap((rival) => finiteOf(rival, search.other) ?? []).slice(0, mostListed)
  const made = form.arms.flatMap((arm) => ofArm(search, arm, others, name, depth))
  const fitting = [...listed, ...made].filter((value) => form.arms.some((arm) => armAdmits(arm, value, search.side)))
  return [...new Map(fitting.map((value) => [JSON.stringify(value), value])).values()]
}

function ofArm(search: Search, arm: Arm, rivals: readonly Arm[], name: string, depth: number): Json[] {
  if (arm.kind === 'object') {
    const objects = rivals.filter((rival) => rival.kind === 'object')
    return ofObject(search, arm, objects, depth)
  }
  if (arm.kind === 'array') {
    const lists = rivals.filter((rival) => rival.kind === 'array')
    return ofArray(search, arm, lists, name, depth)
  }
  return [...candidates([arm, ...rivals.flatMap((rival) => (rival.kind === arm.kind ? [rival] : []))], name)]
}

const otherNames = [otherName, 'note']

function ofObject(search: Search, arm: ObjectArm, rivals: readonly ObjectArm[], depth: number): JsonObject[] {
  const known = new Set([arm, ...rivals].flatMap((one) => [...one.properties.keys(), ...one.required]))
  const names = [...known, ...(restOf(arm) === undefined ? [] : otherNames)]
  const members = names.flatMap((name): (readonly [string, readonly Json[]])[] => {
    const schema = memberOf(arm, name)
    if (schema === undefined) return []
    const theirs = rivals.flatMap((rival) => memberOf(rival, name) ?? [])
    return [[name, around(search, { schema, rivals: theirs, name, depth: depth + 1 }).slice(0, mostBelow)]]
  })
  const small = sampleObject(arm, search.side, undefined, depth)
  const firsts = members.flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value] as const]))
  const full: JsonObject = { ...Object.fromEntries(firsts), ...small }
  return [...(small === undefined ? [] : [small]), full].flatMap((start): JsonObject[] => [
    start,
    ...members.flatMap(([name, values]) => [
      ...(Object.hasOwn(start, name) && !arm.required.has(name) ? [without(start, name)] : []),
      ...values.map((value) => setting(start, name, value)),
    ]),
  ])
}

function without(value: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
}

/** A name such as `__proto__` is a property like any other. */
function setting(value: JsonObject, name: string, member: Json): JsonObject {
  return Object.fromEntries([...Object.entries(value), [name, member]])
}

function ofArray(search: Search, arm: ArrayArm, rivals: readonly ArrayArm[], name: string, depth: number): Json[] {
  const lengths = [0, 1, 2, 3, arm.minItems, ...rivals.flatMap((rival) => [rival.minItems - 1, rival.maxItems + 1])]
  const item = name.replace(/s$/, '')
  const values = (index: number) =>
    around(search, {
      schema: itemAt(arm, index),
      rivals: rivals.map((rival) => itemAt(rival, index)),
      name: item,
      depth: depth + 1,
    }).slice(0, mostBelow)
  const positions = [0, 1, 2, 3].filter((index) => index < Math.min(4, arm.maxItems)).map(values)
  return [...new Set(lengths)]
    .filter((length) => length >= arm.minItems && length <= arm.maxItems && length < 50)
    .sort((left, right) => left - right)
    .flatMap((length): Json[] => {
      const items = sampleItems(arm, search.side, length, item, undefined, depth)
      if (items === undefined) return []
      const changed = positions
        .slice(0, length)
        .flatMap((found, index) => found.map((value) => items.with(index, value)))
      const alike = length > 1 ? (positions[0] ?? []).map((value) => items.map(() => value)) : []
      return [items, ...changed, ...alike]
    })
}
