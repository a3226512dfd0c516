import { armAdmits } from './admits.js'
import type { Counterparts } from './counterparts.js'
import type { ObjectArm } from './form.js'
import { restOf } from './members.js'
import { doubt, suspect } from './record.js'
import type { BothSchemas, Place, Run } from './run.js'
import { sampleObject } from './sample.js'

/** Compares how many properties two objects can have. */
export function compareCounts(run: Run, { spec, code, ask }: Counterparts, place: Place, schemas: BothSchemas): void {
  for (const wider of ask) {
    if (wider === 'spec' && run.spec.direction === 'response') continue
    const [own, other] = wider === 'code' ? [code, spec] : [spec, code]
    const { least, most } = countsOf(own)
    const few = least < other.minProperties
    if (!few && most <= other.maxProperties) continue
    // A type cannot say how many of its optional properties are there.
    if (wider === 'code' && code.minProperties === 0 && code.maxProperties === Number.POSITIVE_INFINITY) {
      doubt(run, place.pointer, 'the code does not say how many properties the object has', 'code')
      continue
    }
    if (!place.exact[wider] || own.doubt !== null) continue
    const theirs = wider === 'code' ? run.spec : run.code
    const value = sampleObject(few ? own : { ...own, minProperties: other.maxProperties + 1 }, run[wider], undefined, 0)
    const alone =
      value && armAdmits({ ...other, minProperties: 0, maxProperties: Number.POSITIVE_INFINITY }, value, theirs)
    const whole = alone ? place.hold(value, wider) : undefined
    suspect(run, { pointer: place.pointer, aspect: 'constraint', wider, whole, ...schemas })
  }
}

/** How many properties the object has at least and at most. */
export function countsOf(arm: ObjectArm): { readonly least: number; readonly most: number } {
  const listed = new Set([...arm.properties.keys(), ...arm.required]).size
  const closed = restOf(arm) === undefined && arm.patterns.size === 0
  return {
    least: Math.max(arm.minProperties, arm.required.size),
    most: closed ? Math.min(arm.maxProperties, listed) : arm.maxProperties,
  }
}
