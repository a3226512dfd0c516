import type { Schema } from '../../model/schema.js'
import { armAdmits } from './admits.js'
import type { Arm, ObjectArm, Side } from './form.js'
import { intersect } from './intersect.js'
import { highest, lowest } from './keywords.js'
import { memberOf } from './members.js'
import { formOf } from './normal.js'

const deepest = 4
/** Decimal steps are not exact. */
const slack = 1e-9

/** Whose schemas the references of either arm name. */
interface Sides {
  readonly left: Side
  readonly right: Side
}

/** Whether two variants surely share no value; in doubt they are taken to share some. */
export function areApart(left: Arm, right: Arm, sides: Sides, depth = 0): boolean {
  if (left.kind !== right.kind) return true
  if (left.kind === 'object' && right.kind === 'object') return objectsApart(left, right, sides, depth)
  if (left.kind === 'array' && right.kind === 'array' && left.minItems + right.minItems > 0) {
    const [one, other] = [left.prefix[0] ?? left.rest, right.prefix[0] ?? right.rest]
    if (typeof one === 'object' && typeof other === 'object' && schemasApart(one, other, sides, depth)) return true
  }
  return intersect(left, right).every((shared) => isVoid(shared, sides.left))
}

function objectsApart(left: ObjectArm, right: ObjectArm, sides: Sides, depth: number): boolean {
  return [...new Set([...left.required, ...right.required])].some((name) => {
    const [one, other] = [memberOf(left, name), memberOf(right, name)]
    return one === undefined || other === undefined || schemasApart(one, other, sides, depth)
  })
}

function schemasApart(left: Schema, right: Schema, sides: Sides, depth: number): boolean {
  const [one, other] = [formOf(left, sides.left), formOf(right, sides.right)]
  if (depth > deepest || 'unclear' in one || 'unclear' in other) return false
  return one.arms.every((arm) => other.arms.every((rival) => areApart(arm, rival, sides, depth + 1)))
}

/** Whether an arm surely holds no value, as far as its own words tell. */
export function isVoid(arm: Arm, side: Side): boolean {
  if ('values' in arm && arm.values !== null) return !arm.values.some((value) => armAdmits(arm, value, side))
  if (arm.kind === 'array') return arm.minItems > arm.maxItems
  if (arm.kind === 'string') return arm.minLength > arm.maxLength || arm.formats.filter(isDistinct).length > 1
  if (arm.kind !== 'number') return false
  const [low, high] = [lowest(arm), highest(arm)]
  if (low.at > high.at || (low.at === high.at && (low.open || high.open))) return true
  return arm.multiples.some((step) => Math.ceil(low.at / step - slack) * step > high.at + step * slack)
}

/** Formats of which no text has two. */
function isDistinct(format: string): boolean {
  return ['date', 'date-time', 'time', 'uuid', 'email', 'ipv4', 'ipv6'].includes(format)
}
