import { isArrayArm, isObjectArm } from './arms.js'
import type { Arm, ObjectArm, Side } from './form.js'
import { formOf } from './normal.js'
import { suspect } from './record.js'
import type { BothArms, BothSchemas, Place, Run } from './run.js'
import { sample } from './sample.js'

/**
 * Whether the two sides wrap their data differently: an array against an object, or one object that is a member of the
 * other. Told once at the root, for every field below would only repeat it.
 */
export function isOtherShape(run: Run, arms: BothArms): boolean {
  const [spec, code] = [solid(arms.spec), solid(arms.code)]
  if (spec.length === 0 || code.length === 0) return false
  if (spec.every(isArrayArm) && code.every(isObjectArm)) return true
  if (spec.every(isObjectArm) && code.every(isArrayArm)) return true
  const [documented, served] = [spec.filter(isObjectArm), code.filter(isObjectArm)]
  if (documented.length !== spec.length || served.length !== code.length) return false
  const [outer, inner] = [namesOf(documented), namesOf(served)]
  if (outer.size === 0 || inner.size === 0 || [...outer].some((name) => inner.has(name))) return false
  return wraps(documented, run.spec, inner) || wraps(served, run.code, outer)
}

function solid(arms: readonly Arm[]): readonly Arm[] {
  return arms.filter((arm) => arm.kind !== 'null')
}

function namesOf(arms: readonly ObjectArm[]): Set<string> {
  return new Set(arms.flatMap((arm) => [...arm.properties.keys()]))
}

/** Whether a member of the objects, or the items of one, has most of these names. */
function wraps(arms: readonly ObjectArm[], side: Side, names: ReadonlySet<string>): boolean {
  return arms.some((arm) =>
    [...arm.properties.values()].some((schema) => {
      const form = formOf(schema, side)
      const inner = 'unclear' in form ? [] : form.arms.flatMap((one) => itemsOf(one, side))
      const known = namesOf(inner.filter(isObjectArm))
      // Few names cannot be most of many.
      return known.size * 2 >= names.size && [...names].filter((name) => known.has(name)).length * 2 >= names.size
    }),
  )
}

function itemsOf(arm: Arm, side: Side): readonly Arm[] {
  if (arm.kind !== 'array' || typeof arm.rest === 'boolean') return [arm]
  const form = formOf(arm.rest, side)
  return 'unclear' in form ? [] : form.arms
}

/** Says that the two wrap their data differently; true where a value proves it. */
export function suspectShape(run: Run, schemas: BothSchemas, place: Place): boolean {
  const grave = run.spec.direction === 'response' ? 'code' : 'spec'
  const ways = [grave, grave === 'code' ? 'spec' : 'code'].filter((way) => (run.asked ?? way) === way)
  return ways.some((wider) => {
    const by = wider === 'code' ? 'code' : 'spec'
    const value = sample(schemas[by], run[by], place.name)
    return (
      value !== undefined &&
      suspect(run, { pointer: place.pointer, aspect: 'shape', wider: by, whole: place.hold(value, by), ...schemas })
    )
  })
}
