import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import { isVast } from '../extent.js'
import type { Arm, ArrayArm, NumberArm, ObjectArm, Side } from '../form.js'
import { itemAt, longest } from '../items.js'
import { highest, lowest } from '../keywords.js'
import { isOtherWay } from '../lookup.js'
import { memberOf, restOf } from '../members.js'
import { formOf } from '../normal.js'
import { remembering } from '../remembering.js'

const most = 64
const deepest = 8

const known = remembering<Map<number, readonly Json[] | null>>()

/** All values that the schema can hold, and perhaps some that it cannot; null where they are too many to list. */
export function finiteValues(schema: Schema, side: Side, depth = 0): readonly Json[] | null {
  const byDepth = known(schema, side, () => new Map())
  const remembered = byDepth.get(depth)
  const found = remembered === undefined ? newValues(schema, side, depth) : remembered
  byDepth.set(depth, found)
  return found
}

function newValues(schema: Schema, side: Side, depth: number): readonly Json[] | null {
  const form = formOf(schema, side)
  if ('unclear' in form || depth > deepest) return null
  const values = together(form.arms.map((arm) => finiteOf(arm, side, depth)))
  return values?.some(isVast) ? null : values
}

/** All values that the arm can hold, and perhaps some that it cannot; null where they are too many to list. */
export function finiteOf(arm: Arm, side: Side, depth = 0): readonly Json[] | null {
  if (arm.kind === 'array') return lists(arm, side, depth)
  if (arm.kind === 'object') return objects(arm, side, depth)
  if (arm.values !== null) return arm.values.length > most ? null : arm.values
  if (arm.kind === 'null') return [null]
  if (arm.kind === 'boolean') return [true, false]
  return arm.kind === 'number' ? integers(arm) : null
}

function integers(arm: NumberArm): readonly Json[] | null {
  const [low, high] = [lowest(arm).at, highest(arm).at]
  if (!arm.integer || !(high - low < most)) return null
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index)
}

function lists(arm: ArrayArm, side: Side, depth: number): readonly Json[] | null {
  const length = longest(arm)
  if (length > arm.minItems) {
    if (length - arm.minItems > 3) return null
    const lengths = Array.from({ length: length - arm.minItems + 1 }, (_, index) => arm.minItems + index)
    return together(lengths.map((one) => lists({ ...arm, minItems: one, maxItems: one }, side, depth)))
  }
  if (length < arm.minItems) return []
  let found: readonly (readonly Json[])[] = [[]]
  for (let index = 0; index < length; index += 1) {
    const items = finiteValues(itemAt(arm, index), side, depth + 1)
    if (items === null || items.length * found.length > most) return null
    found = found.flatMap((list) => items.map((item) => [...list, item]))
  }
  return found
}

function objects(arm: ObjectArm, side: Side, depth: number): readonly Json[] | null {
  if (restOf(arm) !== undefined || arm.patterns.size > 0) return null
  let found: readonly (readonly (readonly [string, Json])[])[] = [[]]
  for (const name of new Set([...arm.properties.keys(), ...arm.required])) {
    const member = memberOf(arm, name)
    if (member !== undefined && isOtherWay(member, side)) return null
    const values = member === undefined ? [] : finiteValues(member, side, depth + 1)
    const optional = !arm.required.has(name)
    if (values === null || (values.length + 1) * found.length > most) return null
    found = found.flatMap((members) => [
      ...values.map((value) => [...members, [name, value] as const]),
      ...(optional ? [members] : []),
    ])
  }
  return found.map((members) => Object.fromEntries(members))
}

function together(lists: readonly (readonly Json[] | null)[]): readonly Json[] | null {
  const known = lists.filter((list) => list !== null)
  const all = known.flat()
  return known.length < lists.length || all.length > most ? null : all
}
