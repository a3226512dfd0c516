import type { ArrayArm } from '../form.js'
import { itemAt, longest } from '../items.js'
import type { ProofRun } from './proof-run.js'

/** Whether every list of the one arm surely is one of the other, but for the rules of the other. */
export function arrayWithin(run: ProofRun, arm: ArrayArm, rival: ArrayArm): boolean {
  const most = longest(arm)
  if (arm.minItems < rival.minItems || most > rival.maxItems) return false
  if (rival.unique && !arm.unique && most > 1) return false
  const fixed = Math.max(arm.prefix.length, rival.prefix.length)
  for (let index = 0; index <= fixed && index < most; index += 1) {
    if (!run.holds(itemAt(arm, index), itemAt(rival, index))) return false
  }
  return true
}
