import type { Schema } from '../../model/schema.js'
import { anything } from './extremes.js'
import type { ObjectArm } from './form.js'
import { allOf } from './identity.js'
import { saidByPatterns } from './said-by-patterns.js'

/** What a property of the object may hold; undefined where the object has no such property. */
export function memberOf(arm: ObjectArm, name: string): Schema | undefined {
  const said = saidByPatterns(arm, name)
  const listed = arm.properties.get(name)
  if (listed) return allOf([listed, ...said])
  if (said.length > 0) return allOf(said)
  if (arm.open !== null && arm.open !== false) return arm.open === true ? anything : arm.open
  // Whoever requires a property means it to be there, listed or not.
  return arm.open === null && (arm.required.has(name) || !arm.mentions) ? anything : undefined
}

/** What properties that are not listed may hold; undefined where there can be none. */
export function restOf(arm: ObjectArm): Schema | undefined {
  if (arm.open === false) return undefined
  if (arm.open === null) return arm.mentions ? undefined : anything
  return arm.open === true ? anything : arm.open
}
