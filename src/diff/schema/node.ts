import type { Schema } from '../../model/schema.js'
import { isObjectArm } from './arms.js'
import { compareLists } from './arrays.js'
import { compareChoices } from './choices.js'
import { compareCounts } from './counts.js'
import { comparePlainWords } from './flags.js'
import { idOf } from './identity.js'
import { compareKinds } from './kinds.js'
import { resolve } from './lookup.js'
import { formOf } from './normal.js'
import { compareObjects } from './objects.js'
import { ordered } from './ordered.js'
import { pairObjects } from './pair-objects.js'
import { doubt } from './record.js'
import { compareRules } from './rules.js'
import type { Place, Run } from './run.js'
import { compareScalars } from './scalars.js'
import { settleByValues } from './settle.js'
import { isOtherShape, suspectShape } from './shape.js'
import { compareUnknown, doubtDocumented } from './unknown.js'

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
  const root = place.depth === 0 && !run.asText
  if (root && isOtherShape(run, arms) && suspectShape(run, schemas, place)) return
  if (compareUnknown(run, arms, place)) return
  doubtDocumented(run, arms, place)
  compareKinds(run, arms, schemas, place)
  compareScalars(run, arms, schemas, place)
  compareRules(run, arms, schemas, place)
  compareChoices(run, arms, schemas, place)
  compareLists(run, arms, schemas, place)
  for (const objects of pairObjects(run, arms.spec.filter(isObjectArm), arms.code.filter(isObjectArm))) {
    compareCounts(run, objects, place, schemas)
    compareObjects(run, objects, place, schemas)
  }
}
