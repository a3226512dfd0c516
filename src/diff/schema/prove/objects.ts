import type { Schema } from '../../../model/schema.js'
import { countsOf } from '../counts.js'
import { anything, nothing } from '../extremes.js'
import type { ObjectArm, Side } from '../form.js'
import { isOtherWay } from '../lookup.js'
import { memberOf, restOf } from '../members.js'
import type { ProofRun } from './proof-run.js'

/** Whether every object of the one arm surely is one of the other, but for the rules of the other. */
export function objectWithin(run: ProofRun, arm: ObjectArm, rival: ObjectArm): boolean {
  if ([...rival.required].some((name) => !arm.required.has(name))) return false
  const { least, most } = countsOf(arm)
  if (least < rival.minProperties || most > rival.maxProperties) return false
  const names = new Set([...arm.properties.keys(), ...arm.required, ...rival.properties.keys(), ...rival.required])
  for (const name of names) {
    const member = memberIn(arm, name, run.from)
    if (member !== undefined && !run.holds(member, memberIn(rival, name, run.to) ?? nothing)) return false
  }
  return othersWithin(run, arm, rival)
}

/** A member that belongs to the other direction may hold whatever it likes. */
function memberIn(arm: ObjectArm, name: string, side: Side): Schema | undefined {
  const member = memberOf(arm, name)
  return member !== undefined && isOtherWay(member, side) ? anything : member
}

/** The members that are not named: those that match a pattern, and all others. */
function othersWithin(run: ProofRun, arm: ObjectArm, rival: ObjectArm): boolean {
  const theirs = restOf(rival)
  for (const [pattern, schema] of arm.patterns) {
    if (![...rival.patterns.values()].every((other) => run.holds(schema, other))) return false
    if (!rival.patterns.has(pattern) && !(theirs !== undefined && run.holds(schema, theirs))) return false
  }
  const rest = restOf(arm)
  if (rest === undefined) return true
  const asked = [...rival.patterns].filter(([pattern]) => !arm.patterns.has(pattern)).map(([, schema]) => schema)
  return run.holds(rest, theirs ?? nothing) && asked.every((schema) => run.holds(rest, schema))
}
