import type { Schema } from '../../model/schema.js'
import { armAdmits } from './admits.js'
import { doubtGroups, isApart, isArrayArm, isObjectArm, isScalar, isUnrestricted } from './arms.js'
import { compareArrays } from './arrays.js'
import { candidates } from './candidates.js'
import { compareChoices } from './choices.js'
import { compareCounts } from './counts.js'
import { comparePlainWords } from './flags.js'
import type { Arm, ScalarArm } from './form.js'
import { idOf } from './identity.js'
import { canonical } from './json.js'
import { resolve } from './lookup.js'
import { formOf } from './normal.js'
import { compareObjects } from './objects.js'
import { ordered } from './ordered.js'
import { pairObjects } from './pair-objects.js'
import { doubt, suspect } from './record.js'
import type { Place, Run, Wider } from './run.js'
import { sample } from './sample.js'
import { outsiders } from './scalars.js'
import { settle, settleByValues } from './settle.js'
import { isOtherShape } from './shape.js'

/** One comparison ends here, and sooner where those before have used up what all of them may. */
const most = { steps: 200_000, stepsInAll: 4_000_000, stepsAfterwards: 2_000 } as const
/** What a pair costs that differs, and is told again at another place: each difference is asked of Ajv there. */
const repeated = 10
const deepest = 40

/** Compares what both sides say of one element, and everything below it. */
export function compareNode(run: Run, spec: Schema, code: Schema, place: Place): void {
  // A pair that is being compared further up is taken to agree: if it does not, that is said there.
  const key = `${idOf(resolve(spec, run.spec))} ${idOf(resolve(code, run.code))} ${place.exact.spec} ${place.exact.code}`
  if (run.path.has(key) || run.clean.has(key) || run.agreed.has(key)) return
  if (place.depth > deepest) {
    run.deferred.push({ spec, code, place })
    return
  }
  const cost = run.unclean.has(key) ? repeated : 1
  run.steps += cost
  run.spent.steps += cost
  if (run.steps > (run.spent.steps > most.stepsInAll ? most.stepsAfterwards : most.steps)) {
    doubt(run, place.pointer, 'the schemas are too large to compare in full')
    return
  }
  const before = run.differences.size + run.doubts.size
  const proven = run.differences.size
  run.path.add(key)
  compareForms(run, spec, code, place)
  run.path.delete(key)
  if (run.differences.size === proven && run.doubts.size > 0) settleByValues(run, { spec, code }, place)
  if (run.differences.size + run.doubts.size === before) run.clean.set(key, place.depth)
  else run.unclean.add(key)
}

/** Compares what was too deep, as if it stood right below the top; it may lead to what is deeper still. */
export function compareDeferred(run: Run): void {
  for (let next = run.deferred.shift(); next !== undefined; next = run.deferred.shift())
    compareNode(run, next.spec, next.code, { ...next.place, depth: 1 })
}

function compareForms(run: Run, spec: Schema, code: Schema, place: Place): void {
  if (comparePlainWords(run, spec, code, place)) return
  const [documented, served] = [formOf(spec, run.spec), formOf(code, run.code)]
  if ('unclear' in documented) {
    doubt(run, place.pointer, `the document's schema cannot be compared: ${documented.unclear}`)
    return
  }
  if ('unclear' in served) {
    doubt(run, place.pointer, `the code's schema cannot be compared: ${served.unclear}`)
    return
  }
  const arms = { spec: ordered(documented.arms), code: ordered(served.arms) }
  const schemas = { spec, code }
  if (place.depth === 0 && !run.asText && isOtherShape(run, arms)) {
    if (suspectShape(run, schemas, place)) return
  }
  if (compareUnknown(run, arms, place)) return
  doubtDocumented(run, arms, place)
  compareKinds(run, arms, schemas, place)
  compareScalars(run, arms, schemas, place)
  compareRules(run, arms, schemas, place)
  compareChoices(run, arms, schemas, place)
  compareLists(run, arms, schemas, place)
  for (const objects of pairObjects(run, arms.spec.filter(isObjectArm), arms.code.filter(isObjectArm))) {
    compareCounts(run, objects, place, schemas)
    compareObjects(run, objects, place)
  }
}

/** What is known of a part says nothing where it is not known which of the whole values there are. */
const uncertain = 'what holds it is not known exactly'

type Arms = { readonly spec: readonly Arm[]; readonly code: readonly Arm[] }
type Schemas = { readonly spec: Schema; readonly code: Schema }

function compareLists(run: Run, arms: Arms, schemas: Schemas, place: Place): void {
  const [documented, served] = [arms.spec.filter(isArrayArm), arms.code.filter(isArrayArm)]
  const [spec, code] = [documented[0], served[0]]
  if (spec === undefined || code === undefined) return
  if (documented.length === 1 && served.length === 1) compareArrays(run, spec, code, place, schemas)
  else if (canonical(documented) !== canonical(served))
    settle(run, schemas, place, 'there are several kinds of list here, which are not told apart')
}

/** A wholly unknown value agrees with a document that allows all, and with any other it cannot be compared. */
function compareUnknown(run: Run, arms: Arms, place: Place): boolean {
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
function doubtDocumented(run: Run, arms: Arms, place: Place): void {
  for (const [{ reason }, group] of doubtGroups(arms.spec)) {
    const asked = group.some((arm) => arms.code.some((other) => other.kind === arm.kind))
    if (asked) doubt(run, place.pointer, reason, 'code')
  }
}

function isFree(arm: Arm): boolean {
  return isScalar(arm) ? arm.values === null && !arm.typed : isUnrestricted(arm)
}

function suspectShape(run: Run, schemas: Schemas, place: Place): boolean {
  const grave = run.spec.direction === 'response' ? 'code' : 'spec'
  return [grave, grave === 'code' ? 'spec' : 'code'].some((wider) => {
    const by = wider === 'code' ? 'code' : 'spec'
    const value = sample(schemas[by], run[by], place.name)
    return (
      value !== undefined &&
      suspect(run, { pointer: place.pointer, aspect: 'shape', wider: by, whole: place.hold(value, by), ...schemas })
    )
  })
}

/** Kinds of JSON that one side has and the other has not. */
function compareKinds(run: Run, arms: Arms, schemas: Schemas, place: Place): void {
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

function compareScalars(run: Run, arms: Arms, schemas: Schemas, place: Place): void {
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
  schemas: Schemas,
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
function unlistable(run: Run, code: readonly ScalarArm[], spec: readonly ScalarArm[], arms: Arms, place: Place): void {
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

/** Keywords about the value as a whole: where the two sides do not say the same, values of either are held against the other. */
function compareRules(run: Run, arms: Arms, schemas: Schemas, place: Place): void {
  const kinds = [...new Set([...arms.spec, ...arms.code].map((arm) => arm.kind))]
  const other = kinds.filter((kind) => spelt(arms.spec, kind) !== spelt(arms.code, kind))
  if (other.length === 0) return
  const rules = [...arms.spec, ...arms.code].filter(({ kind }) => other.includes(kind)).flatMap((arm) => arm.rules)
  const words = [...new Set(rules.map(({ word }) => word))].sort().join(', ')
  settle(run, schemas, place, `the schema uses ${words}, and nothing was found that the two sides differ by`)
}

function spelt(arms: readonly Arm[], kind: Arm['kind']): string {
  const texts = arms
    .filter((arm) => arm.kind === kind)
    .map(({ rules }) =>
      rules
        .map(({ text }) => text)
        .sort()
        .join('\n'),
    )
  return [...new Set(texts)].sort().join('\n\n')
}
