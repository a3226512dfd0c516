import { doubtGroups, isScalar } from './arms.js'
import type { ScalarArm } from './form.js'
import { outsiders } from './outsiders.js'
import { doubt, suspect } from './record.js'
import type { BothArms, BothSchemas, Place, Run, Wider } from './run.js'
import { settle } from './settle.js'
import { uncertain } from './uncertain.js'

/** Compares the values of each kind that is not made of others: null, booleans, numbers, texts. */
export function compareScalars(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  for (const kind of ['null', 'boolean', 'number', 'string'] as const) {
    const spec = arms.spec.filter(isScalar).filter((arm) => arm.kind === kind)
    const code = arms.code.filter(isScalar).filter((arm) => arm.kind === kind)
    if (spec.length === 0 || code.length === 0) continue
    compareDirection(run, 'code', code, spec, schemas, place)
    compareDirection(run, 'spec', spec, code, schemas, place)
    unlistable(run, code, spec, arms, place)
  }
}

function compareDirection(
  run: Run,
  wider: Wider,
  own: readonly ScalarArm[],
  other: readonly ScalarArm[],
  schemas: BothSchemas,
  place: Place,
): void {
  const exact = own.filter((arm) => arm.doubt === null)
  const narrow = wider === 'spec' && run.spec.direction === 'response'
  if (wider === 'spec') doubtImplied(run, exact, other, place)
  const sides = wider === 'code' ? { from: run.code, to: run.spec } : { from: run.spec, to: run.code }
  for (const found of outsiders(exact, other, sides, place.name)) {
    // An answer that always holds the same words keeps a document that promises text, unless values are promised one by one.
    if (narrow && found.aspect === 'enum' && exact.some((arm) => arm.values === null)) continue
    if (!place.exact[wider]) {
      doubt(run, place.pointer, uncertain, wider)
      continue
    }
    if ('undecided' in found) {
      settle(run, schemas, place, `it could not be decided whether the two sides agree here (${found.aspect})`, [wider])
    } else {
      const whole = place.hold(found.value, wider)
      const count = found.values === undefined ? {} : { values: found.values }
      suspect(run, { pointer: place.pointer, aspect: found.aspect, wider, whole, ...schemas, ...count })
    }
  }
}

/** Of what the document lists, some may be such values as the code turns into what it wants. */
function doubtImplied(run: Run, own: readonly ScalarArm[], other: readonly ScalarArm[], place: Place): void {
  const turned = other.find((arm) => arm.implied && arm.doubt !== null)
  const meant = other.filter((arm) => !arm.implied)
  if (turned?.doubt == null || meant.length === 0) return
  const [found] = outsiders(own, meant, { from: run.spec, to: run.code }, place.name)
  if (found !== undefined) doubt(run, place.pointer, turned.doubt.reason, 'spec')
}

/** A type that only says `string` neither confirms nor contradicts a list of strings. */
function unlistable(
  run: Run,
  code: readonly ScalarArm[],
  spec: readonly ScalarArm[],
  arms: BothArms,
  place: Place,
): void {
  const listed = spec.flatMap((arm) => arm.values ?? [])
  if (spec.some((arm) => arm.values === null)) return
  for (const arm of code) {
    if (arm.doubt === null || arm.values !== null) continue
    const group = doubtGroups(arms.code).get(arm.doubt) ?? []
    if (group.length > 3) continue
    doubt(
      run,
      place.pointer,
      `the code's type is ${arm.kind}; the document lists ${listed.length} values (${arm.doubt.reason})`,
      'code',
    )
  }
}
