import { armAdmits } from './admits.js'
import type { Arm, ArrayArm, Doubt, ObjectArm, ScalarArm, Side } from './form.js'

export function isScalar(arm: Arm): arm is ScalarArm {
  return arm.kind !== 'array' && arm.kind !== 'object'
}

export function isObjectArm(arm: Arm): arm is ObjectArm {
  return arm.kind === 'object'
}

export function isArrayArm(arm: Arm): arm is ArrayArm {
  return arm.kind === 'array'
}

/** The arms that share a doubt: together they are not empty, one alone may be. */
export function doubtGroups(arms: readonly Arm[]): Map<Doubt, Arm[]> {
  const groups = new Map<Doubt, Arm[]>()
  for (const arm of arms) {
    if (arm.doubt) groups.set(arm.doubt, [...(groups.get(arm.doubt) ?? []), arm])
  }
  return groups
}

/** Whether no value of the arm is one of the others, as far as kind and listed values tell. */
export function isApart(arm: Arm, others: readonly Arm[], side: Side): boolean {
  const rivals = others.filter((other) => other.kind === arm.kind)
  if (rivals.length === 0) return true
  if (!isScalar(arm)) return false
  if (arm.values !== null) return arm.values.every((value) => !rivals.some((rival) => armAdmits(rival, value, side)))
  return rivals.every((rival) => isScalar(rival) && rival.values?.every((value) => !armAdmits(arm, value, side)))
}

/** Whether the arm allows every value of its kind. */
export function isUnrestricted(arm: Arm): boolean {
  if (arm.rules.length > 0) return false
  if (arm.kind === 'object') {
    return (
      !arm.mentions &&
      arm.required.size === 0 &&
      arm.minProperties === 0 &&
      arm.maxProperties === Number.POSITIVE_INFINITY
    )
  }
  if (arm.kind === 'array') return arm.rest === true && arm.prefix.length === 0 && arm.minItems === 0
  return false
}
