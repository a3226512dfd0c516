import type { Schema } from '../../../model/schema.js'
import { armAdmits } from '../admits.js'
import { areApart } from '../apart.js'
import { isScalar } from '../arms.js'
import type { Arm, ObjectArm, ScalarArm, Side } from '../form.js'
import { idOf } from '../identity.js'
import { keywordsOf } from '../keywords.js'
import { targetOf } from '../lookup.js'
import { formOf } from '../normal.js'
import { judgeOf } from '../validator.js'
import { isAlike } from './alike.js'
import { arrayWithin } from './arrays.js'
import { isEmpty } from './empty.js'
import { isExact } from './exact.js'
import { finiteValues } from './finite.js'
import { objectWithin } from './objects.js'
import type { ProofRun } from './proof-run.js'
import { ruleHolds } from './rules.js'
import { splits } from './splits.js'

const mostSteps = 4000

/** Whether every value of the left schema surely is one of the right; false where that is not so or could not be proven. */
export function isContained(left: Schema, from: Side, right: Schema, to: Side): boolean {
  const run: ProofRun = {
    from,
    to,
    assumed: new Set(),
    steps: 0,
    holds: (one, other) => schemaHolds(run, one, other),
    armHolds: (arm, other) => armHolds(run, arm, other, 0),
  }
  return isAlike(left, from, right, to) || run.holds(left, right)
}

function schemaHolds(run: ProofRun, left: Schema, right: Schema): boolean {
  run.steps += 1
  if (run.steps > mostSteps) return false
  const key = `${idOf(targetOf(left, run.from))} ${idOf(targetOf(right, run.to))}`
  if (run.assumed.has(key)) return true
  const form = formOf(left, run.from)
  if ('unclear' in form) return false
  const values = finiteValues(left, run.from)
  if (values !== null && isExact(right, run.to)) {
    const judge = judgeOf(right, run.to, false)
    return values.every((value) => judge.accepts(value))
  }
  if (lacksRefused(run, left, right)) return true
  run.assumed.add(key)
  const holds = form.arms.every((arm) => armHolds(run, arm, right, 0))
  run.assumed.delete(key)
  return holds
}

/** Whether the right schema refuses a few values and no more, and the left one surely has none of them. */
function lacksRefused(run: ProofRun, left: Schema, right: Schema): boolean {
  const { not, at: _at, ...others } = targetOf(right, run.to)
  if (not === undefined || Object.keys(others).length > 0 || !isExact(not, run.to)) return false
  const judge = judgeOf(left, run.from, false)
  return finiteValues(not, run.to)?.every((value) => judge.rejects(value)) ?? false
}

const mostSplits = 3

function armHolds(run: ProofRun, arm: Arm, right: Schema, depth: number): boolean {
  run.steps += 1
  if (run.steps > mostSteps) return false
  if (isEmpty(arm, run.from)) return true
  const form = formOf(right, run.to)
  if ('unclear' in form) return false
  // Of an arm that is not exactly known no value is sure to be in it.
  const rivals = form.arms.filter((rival) => rival.kind === arm.kind && rival.doubt === null)
  if (isScalar(arm) && arm.values !== null) return listHolds(run, arm, arm.values, rivals)
  if (rivals.some((rival) => within(run, arm, rival, rivals))) return true
  if (depth >= mostSplits || arm.kind !== 'object') return false
  return splits(arm, rivals.filter(isObject), run).some((parts) =>
    parts.every((part) => armHolds(run, part, right, depth + 1)),
  )
}

function isObject(arm: Arm): arm is ObjectArm {
  return arm.kind === 'object'
}

/** Listed values beside others that are not listed: each must have a place. */
function listHolds(run: ProofRun, arm: ScalarArm, values: NonNullable<ScalarArm['values']>, rivals: readonly Arm[]) {
  return values
    .filter((value) => armAdmits(arm, value, run.from))
    .every((value) => rivals.some((rival) => within(run, { ...arm, values: [value] }, rival, rivals)))
}

function within(run: ProofRun, arm: Arm, rival: Arm, rivals: readonly Arm[]): boolean {
  return (
    fits(run, arm, rival) && rival.rules.every((rule) => ruleHolds(run, arm, rule)) && isAlone(run, arm, rival, rivals)
  )
}

function fits(run: ProofRun, arm: Arm, rival: Arm): boolean {
  if (arm.kind === 'object' && rival.kind === 'object') return objectWithin(run, arm, rival)
  if (arm.kind === 'array' && rival.kind === 'array') return arrayWithin(run, arm, rival)
  return isScalar(arm) && isScalar(rival) && keywordsOf(rival, run.to).every((keyword) => keyword.impliedBy(arm))
}

/** A value of a `oneOf` is one of no other of its variants. */
function isAlone(run: ProofRun, arm: Arm, rival: Arm, rivals: readonly Arm[]): boolean {
  return [...rival.choices].every(([group, choice]) =>
    rivals.every(
      (other) =>
        (other.choices.get(group) ?? choice) === choice || areApart(arm, other, { left: run.from, right: run.to }),
    ),
  )
}
