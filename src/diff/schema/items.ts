import type { Schema } from '../../model/schema.js'
import { spelledOut } from './extremes.js'
import type { ArrayArm } from './form.js'

/** What an item of the list may hold. */
export function itemAt(arm: ArrayArm, index: number): Schema {
  return spelledOut(arm.prefix[index] ?? arm.rest)
}

/** How many items a list of the arm can have. */
export function longest(arm: ArrayArm): number {
  return arm.rest === false ? Math.min(arm.maxItems, arm.prefix.length) : arm.maxItems
}
