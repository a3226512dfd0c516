import type { Schema } from '../../../model/schema.js'
import { admits } from '../admits.js'
import { areApart } from '../apart.js'
import { nothing } from '../extremes.js'
import type { Arm, Rule } from '../form.js'
import { itemAt, longest } from '../items.js'
import { memberOf, restOf } from '../members.js'
import { formOf } from '../normal.js'
import { listedBeside } from '../unevaluated.js'
import { isWordForWord } from './alike.js'
import { isExact } from './exact.js'
import type { ProofRun } from './proof-run.js'

/** Whether every value of the arm surely keeps a rule of the other side: `not`, `if`, `contains`, `propertyNames` or the unevaluated. */
export function ruleHolds(run: ProofRun, arm: Arm, rule: Rule): boolean {
  const { said } = rule
  if (arm.rules.some((own) => own.text === rule.text && isWordForWord(own.said, run.from, said, run.to))) return true
  if (rule.word === 'not') return said.not !== undefined && isApart(run, arm, said.not)
  if (rule.word === 'if') return conditionHolds(run, arm, said)
  if (rule.word === 'contains') return arm.kind !== 'array' || containsHolds(run, arm, said)
  if (rule.word === 'propertyNames') return arm.kind !== 'object' || namesHold(run, arm, said.propertyNames)
  return rule.word === 'unevaluatedProperties' && (arm.kind !== 'object' || restHolds(run, arm, said))
}

/** Whether no value of the arm is one of the schema, which describes only a part of a value and must say so. */
function isApart(run: ProofRun, arm: Arm, schema: Schema): boolean {
  const form = formOf(schema, run.to)
  if ('unclear' in form || !isExact(schema, run.to)) return false
  return form.arms.every((other) => {
    // An object that does not say that it is open means more, as a part of a value, than its arm holds.
    const part = arm.kind === 'object' && other.kind === 'object' && other.open === null && other.mentions
    return !part && areApart(arm, other, { left: run.from, right: run.to })
  })
}

function conditionHolds(run: ProofRun, arm: Arm, said: Schema): boolean {
  const condition = said.if
  if (condition === undefined) return true
  const then = said.then === undefined || isApart(run, arm, condition) || run.armHolds(arm, said.then)
  return then && (said.else === undefined || run.armHolds(arm, condition) || run.armHolds(arm, said.else))
}

function containsHolds(run: ProofRun, arm: Extract<Arm, { kind: 'array' }>, said: Schema): boolean {
  const wanted = said.contains
  if (wanted === undefined) return true
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = said
  if (longest(arm) > maxContains) return false
  const sure = Math.min(arm.minItems, 50)
  let found = 0
  for (let index = 0; index < sure && found < minContains; index += 1) {
    if (run.holds(itemAt(arm, index), wanted)) found += 1
  }
  return found >= minContains
}

function namesHold(run: ProofRun, arm: Extract<Arm, { kind: 'object' }>, wanted: Schema | undefined): boolean {
  if (wanted === undefined) return true
  if (restOf(arm) !== undefined || arm.patterns.size > 0) return run.holds({ type: ['string'] }, wanted)
  if (!isExact(wanted, run.to)) return false
  const names = [...arm.properties.keys(), ...arm.required]
  return names.every((name) => run.holds({ enum: [name] }, wanted) && admits(wanted, name, run.to))
}

/** Whether all that no schema beside `unevaluatedProperties` lists is what it allows. */
function restHolds(run: ProofRun, arm: Extract<Arm, { kind: 'object' }>, said: Schema): boolean {
  const { unevaluatedProperties } = said
  const listed = listedBeside(said, run.to, (condition) => run.armHolds(arm, condition))
  const rest = unevaluatedProperties === false ? nothing : unevaluatedProperties
  if (listed.all || rest === undefined || rest === true) return true
  const names = new Set([...arm.properties.keys(), ...arm.required])
  const others = [...arm.patterns.values(), restOf(arm)].filter((schema) => schema !== undefined)
  return (
    others.every((schema) => run.holds(schema, rest)) &&
    [...names].every((name) => listed.names.has(name) || run.holds(memberOf(arm, name) ?? nothing, rest))
  )
}
