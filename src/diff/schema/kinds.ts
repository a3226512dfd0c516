import { armAdmits } from './admits.js'
import { doubtGroups, isApart, isScalar } from './arms.js'
import { candidates } from './candidates.js'
import type { Arm } from './form.js'
import { doubt, suspect } from './record.js'
import type { BothArms, BothSchemas, Place, Run, Wider } from './run.js'
import { sample } from './sample.js'
import { uncertain } from './uncertain.js'

/** Kinds of JSON that one side has and the other has not. */
export function compareKinds(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  for (const wider of ['code', 'spec'] as const) {
    const [own, other] = wider === 'code' ? [arms.code, arms.spec] : [arms.spec, arms.code]
    const side = run[wider]
    for (const arm of own) {
      const same = other.filter((one) => one.kind === arm.kind)
      const [only] = same
      // Which of them the code turns into what it wants is not known.
      if (wider === 'spec' && only?.doubt && same.every((one) => one.implied && one.doubt !== null))
        doubt(run, place.pointer, only.doubt.reason, 'spec')
      if (same.length > 0) continue
      if (!arm.typed) {
        doubtUntyped(run, wider, place)
        continue
      }
      if (run.asText && (arm.kind === 'null' || readsAsText(arm, other))) continue
      const group = arm.doubt ? (doubtGroups(own).get(arm.doubt) ?? []) : []
      const sure =
        place.exact[wider] && group.every((one) => isApart(one, other, run[wider === 'code' ? 'spec' : 'code']))
      if (run.asText && arm.doubt !== null) continue
      if (!sure) {
        if (wider === 'code' && arm.doubt && group.length < 6) doubt(run, place.pointer, arm.doubt.reason, 'code')
        if (wider === 'code' && arm.doubt === null) doubt(run, place.pointer, uncertain, 'code')
        continue
      }
      const value = isScalar(arm)
        ? [...candidates([arm], place.name)].find((one) => armAdmits(arm, one, side))
        : sample({ ...schemas[wider], type: [arm.kind] }, side, place.name)
      const aspect = arm.kind === 'null' ? 'nullable' : 'type'
      const whole = value === undefined ? undefined : place.hold(value, wider)
      suspect(run, { pointer: place.pointer, aspect, wider, whole, ...schemas })
    }
  }
}

/** Who writes no type seldom means all of them: what the other side does not take of these is no drift, and no agreement. */
function doubtUntyped(run: Run, wider: Wider, place: Place): void {
  const grave = run.spec.direction === 'response' ? 'code' : 'spec'
  const side = wider === 'code' ? 'code' : 'document'
  if (wider === grave && !run.asText) doubt(run, place.pointer, `the ${side} does not say of which type this is`, wider)
}

/** On the wire a parameter is text: a number or a boolean is one that a string takes. */
function readsAsText(arm: Arm, other: readonly Arm[]): boolean {
  const scalar = arm.kind === 'number' || arm.kind === 'boolean'
  return scalar && other.some((one) => one.kind === 'string')
}
