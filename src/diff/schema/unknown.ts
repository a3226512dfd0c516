import { doubtGroups, isScalar, isUnrestricted } from './arms.js'
import type { Arm } from './form.js'
import { doubt } from './record.js'
import type { BothArms, Place, Run } from './run.js'

/** A wholly unknown value agrees with a document that allows all, and with any other it cannot be compared. */
export function compareUnknown(run: Run, arms: BothArms, place: Place): boolean {
  const groups = doubtGroups(arms.code)
  for (const [reason, group] of groups) {
    if (new Set(group.map((arm) => arm.kind)).size < 6) continue
    const free = new Set(arms.spec.filter((arm) => isFree(arm)).map((arm) => arm.kind)).size === 6
    if (!free) doubt(run, place.pointer, reason.reason)
    if (groups.size === 1 && group.length === arms.code.length) return true
  }
  return false
}

/** A document that does not tell exactly what it allows confirms nothing. */
export function doubtDocumented(run: Run, arms: BothArms, place: Place): void {
  for (const [{ reason }, group] of doubtGroups(arms.spec)) {
    const asked = group.some((arm) => arms.code.some((other) => other.kind === arm.kind))
    if (asked) doubt(run, place.pointer, reason, 'code')
  }
}

function isFree(arm: Arm): boolean {
  return isScalar(arm) ? arm.values === null && !arm.typed : isUnrestricted(arm)
}
