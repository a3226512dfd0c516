import type { Json, JsonObject } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { admits, armAdmits } from './admits.js'
import { candidates } from './candidates.js'
import { isVast } from './extent.js'
import { anything } from './extremes.js'
import type { Arm, ArrayArm, ObjectArm, Side } from './form.js'
import { idOf } from './identity.js'
import { memberOf, restOf } from './members.js'
import { formOf } from './normal.js'
import { ordered } from './ordered.js'

/** What the other side says of the same element: a sample that suits both shows one difference and no more. */
export interface Other {
  readonly schema: Schema
  readonly side: Side
}

const deepest = 12

/** A value that says something is better to read than a null. */
const preference: readonly Arm['kind'][] = ['string', 'number', 'boolean', 'object', 'array', 'null']

const samples = new WeakMap<Side, WeakMap<Side, WeakMap<Schema, Map<string, Json | undefined>>>>()

/** A small real-looking value that the schema allows, where one is found; one that the other side allows too, if it can be. */
export function sample(schema: Schema, side: Side, name: string, other?: Other, depth = 0): Json | undefined {
  const rival = other?.side ?? side
  const bySide = samples.get(side) ?? new WeakMap<Side, WeakMap<Schema, Map<string, Json | undefined>>>()
  samples.set(side, bySide)
  const bySchema = bySide.get(rival) ?? new WeakMap<Schema, Map<string, Json | undefined>>()
  bySide.set(rival, bySchema)
  const known = bySchema.get(schema) ?? new Map<string, Json | undefined>()
  bySchema.set(schema, known)
  const key = `${depth} ${other === undefined ? '' : idOf(other.schema)} ${name}`
  if (!known.has(key)) known.set(key, newSample(schema, side, name, other, depth))
  return known.get(key)
}

function newSample(
  schema: Schema,
  side: Side,
  name: string,
  other: Other | undefined,
  depth: number,
): Json | undefined {
  const form = formOf(schema, side)
  if ('unclear' in form || depth > deepest) return undefined
  const arms = [...ordered(form.arms)].sort(
    (left, right) => preference.indexOf(left.kind) - preference.indexOf(right.kind),
  )
  let first: Json | undefined
  for (const arm of arms) {
    for (const value of propose(arm, side, name, other, depth)) {
      if (isVast(value)) continue
      if (!admits(schema, value, side)) continue
      if (other === undefined || admits(other.schema, value, other.side)) return value
      first ??= value
    }
  }
  return first
}

function* propose(arm: Arm, side: Side, name: string, other: Other | undefined, depth: number): Generator<Json> {
  const rivals = other ? armsOf(other) : []
  if (arm.kind === 'object') {
    const matching = rivals.filter((rival): rival is ObjectArm => rival.kind === 'object')
    for (const rival of [...matching, undefined]) {
      const value = sampleObject(arm, side, rival && other ? { arm: rival, side: other.side } : undefined, depth)
      if (value !== undefined) yield value
    }
  } else if (arm.kind === 'array') {
    const rival = rivals.find((one): one is ArrayArm => one.kind === 'array')
    yield* sampleArray(arm, side, name, rival && other ? { arm: rival, side: other.side } : undefined, depth) ?? []
  } else {
    const scalars = rivals.flatMap((rival) => (rival.kind === arm.kind ? [rival] : []))
    for (const value of candidates([arm, ...scalars], name)) if (armAdmits(arm, value, side)) yield value
  }
}

function armsOf(other: Other): readonly Arm[] {
  const form = formOf(other.schema, other.side)
  return 'unclear' in form ? [] : ordered(form.arms)
}

/** An object of the arm with what either side requires, without the property that is about to be filled in. */
export function sampleObject(
  arm: ObjectArm,
  side: Side,
  other: { readonly arm: ObjectArm; readonly side: Side } | undefined,
  depth: number,
  except?: string,
): { readonly [key: string]: Json } | undefined {
  const names = new Set([
    ...arm.required,
    ...perhapsRequired(arm, side),
    ...[...(other?.arm.required ?? [])].filter((name) => arm.properties.has(name)),
  ])
  const members = new Map<string, Json>()
  for (const name of names) {
    if (name === except) continue
    const schema = memberOf(arm, name)
    const theirs = other && memberOf(other.arm, name)
    const member = schema && sample(schema, side, name, theirs && { schema: theirs, side: other.side }, depth + 1)
    if (member === undefined) {
      if (arm.required.has(name)) return undefined
      continue
    }
    members.set(name, member)
  }
  // Made of entries: a property called `__proto__` is one like any other.
  const value: JsonObject = Object.fromEntries(members)
  const missing = arm.minProperties - Object.keys(value).length - (except === undefined ? 0 : 1)
  return missing > 0 ? fillUp(arm, side, value, missing, depth, except) : value
}

/** The members of a request of which it is not known whether they must be there: with them, the value fits either way. */
function perhapsRequired(arm: ObjectArm, side: Side): readonly string[] {
  if (side.direction === 'response') return []
  return [...arm.properties].flatMap(([name, schema]) => (schema.presence === undefined ? [] : [name]))
}

function fillUp(
  arm: ObjectArm,
  side: Side,
  value: { readonly [key: string]: Json },
  missing: number,
  depth: number,
  except: string | undefined,
): { readonly [key: string]: Json } | undefined {
  const rest = restOf(arm) ? ['name', 'title', 'note', 'label', 'status'] : []
  const free = [...arm.properties.keys(), ...rest].filter((name) => !Object.hasOwn(value, name) && name !== except)
  const filled = new Map(Object.entries(value))
  const wanted = filled.size + missing
  for (const name of free) {
    if (filled.size >= wanted) break
    const schema = memberOf(arm, name)
    const member = schema && sample(schema, side, name, undefined, depth + 1)
    if (member !== undefined) filled.set(name, member)
  }
  return filled.size < wanted ? undefined : Object.fromEntries(filled)
}

/** An array of the arm, as long as it must be. */
function sampleArray(
  arm: ArrayArm,
  side: Side,
  name: string,
  other: { readonly arm: ArrayArm; readonly side: Side } | undefined,
  depth: number,
): Json[][] | undefined {
  const items = sampleItems(
    arm,
    side,
    Math.max(arm.minItems, Math.min(other?.arm.minItems ?? 0, arm.maxItems)),
    name,
    other,
    depth,
  )
  return items && [items]
}

/** So many items of the arm, different ones where they must be. */
export function sampleItems(
  arm: ArrayArm,
  side: Side,
  length: number,
  name: string,
  other?: { readonly arm: ArrayArm; readonly side: Side },
  depth = 0,
): Json[] | undefined {
  if (length > 200) return undefined
  const items: Json[] = []
  for (let index = 0; index < length; index += 1) {
    const item = sampleItem(arm, side, index, name, other, depth)
    if (item === undefined) return undefined
    items.push(arm.unique && index > 0 ? distinct(item, index) : item)
  }
  return items
}

export function sampleItem(
  arm: ArrayArm,
  side: Side,
  index: number,
  name: string,
  other: { readonly arm: ArrayArm; readonly side: Side } | undefined,
  depth: number,
): Json | undefined {
  const schema = arm.prefix[index] ?? arm.rest
  if (schema === false) return undefined
  const theirs = other && (other.arm.prefix[index] ?? other.arm.rest)
  const rival = other && typeof theirs === 'object' ? { schema: theirs, side: other.side } : undefined
  return sample(schema === true ? anything : schema, side, name, rival, depth + 1)
}

function distinct(item: Json, index: number): Json {
  return typeof item === 'number' ? item + index : typeof item === 'string' ? `${item}${index + 1}` : item
}
