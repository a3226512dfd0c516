import type { Schema } from '../../model/schema.js'
import { armAdmits } from './admits.js'
import type { Arm, ObjectArm, Side } from './form.js'
import { intersect } from './intersect.js'
import { highest, lowest } from './keywords.js'
import { memberOf } from './members.js'
import { formOf } from './normal.js'

const deepest = 4

/** Whether two variants surely share no value; in doubt they are taken to share some. */
export function areApart(left: Arm, right: Arm, side: Side, depth = 0): boolean {
  if (left.kind === 'object' && right.kind === 'object') return objectsApart(left, right, side, depth)
  if (left.kind === 'array' && right.kind === 'array' && left.minItems + right.minItems > 0) {
    const [one, other] = [left.prefix[0] ?? left.rest, right.prefix[0] ?? right.rest]
    if (typeof one === 'object' && typeof other === 'object' && schemasApart(one, other, side, depth)) return true
  }
  return intersect(left, right).every((shared) => isVoid(shared, side))
}

function objectsApart(left: ObjectArm, right: ObjectArm, side: Side, depth: number): boolean {
  return [...new Set([...left.required, ...right.required])].some((name) => {
    const [one, other] = [memberOf(left, name), memberOf(right, name)]
    return one === undefined || other === undefined || schemasApart(one, other, side, depth)
  })
}

function schemasApart(left: Schema, right: Schema, side: Side, depth: number): boolean {
  const [one, other] = [formOf(left, side), formOf(right, side)]
  if (depth > deepest || 'unclear' in one || 'unclear' in other) return false
  return one.arms.every((arm) => other.arms.every((rival) => areApart(arm, rival, side, depth + 1)))
}

function isVoid(arm: Arm, side: Side): boolean {
  if ('values' in arm && arm.values !== null) return !arm.values.some((value) => armAdmits(arm, value, side))
  if (arm.kind === 'array') return arm.minItems > arm.maxItems
  if (arm.kind === 'string') return arm.minLength > arm.maxLength || arm.formats.filter(isDistinct).length > 1
  if (arm.kind !== 'number') return false
  const [low, high] = [lowest(arm), highest(arm)]
  return low.at > high.at || (low.at === high.at && (low.open || high.open))
}

/** Formats of which no text has two. */
function isDistinct(format: string): boolean {
  return ['date', 'date-time', 'time', 'uuid', 'email', 'ipv4', 'ipv6'].includes(format)
}
