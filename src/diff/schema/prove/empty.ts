import type { Schema } from '../../../model/schema.js'
import { isVoid } from '../apart.js'
import { countsOf } from '../counts.js'
import type { Arm, Side } from '../form.js'
import { itemAt, longest } from '../items.js'
import { memberOf } from '../members.js'
import { formOf } from '../normal.js'
import { remembering } from '../remembering.js'

const deepest = 6

/** Whether the arm surely holds no value at all. */
export function isEmpty(arm: Arm, side: Side, depth = 0): boolean {
  if (isVoid(arm, side)) return true
  if (depth > deepest) return false
  if (arm.kind === 'array') {
    if (longest(arm) < arm.minItems) return true
    const sure = Math.min(arm.minItems, arm.prefix.length + 1)
    return Array.from({ length: sure }, (_, index) => itemAt(arm, index)).some((item) => holdsNone(item, side, depth))
  }
  if (arm.kind !== 'object') return false
  const { least, most } = countsOf(arm)
  return (
    least > most ||
    [...arm.required].some((name) => {
      const member = memberOf(arm, name)
      return member === undefined || holdsNone(member, side, depth)
    })
  )
}

const known = remembering<Map<number, boolean>>()

/** Whether the schema surely holds no value at all. */
export function holdsNone(schema: Schema, side: Side, depth = 0): boolean {
  const byDepth = known(schema, side, () => new Map())
  const found = byDepth.get(depth) ?? hasNoArm(schema, side, depth)
  byDepth.set(depth, found)
  return found
}

function hasNoArm(schema: Schema, side: Side, depth: number): boolean {
  const form = formOf(schema, side)
  return !('unclear' in form) && form.arms.every((arm) => isEmpty(arm, side, depth + 1))
}
