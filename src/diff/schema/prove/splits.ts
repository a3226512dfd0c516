import type { Schema } from '../../../model/schema.js'
import { nothing } from '../extremes.js'
import type { ObjectArm } from '../form.js'
import { memberOf } from '../members.js'
import { finiteValues } from './finite.js'
import type { ProofRun } from './proof-run.js'

const mostValues = 12

/**
 * Ways to take an object apart so that each part may fit another variant: by the values that a property lists, by
 * whether it is there.
 */
export function splits(arm: ObjectArm, rivals: readonly ObjectArm[], run: ProofRun): ObjectArm[][] {
  const telling = new Set(
    rivals.flatMap((rival) => [...rival.required, ...rival.rules.flatMap(({ said }) => namesIn(said))]),
  )
  return [...telling].flatMap((name): ObjectArm[][] => {
    const member = memberOf(arm, name)
    if (member === undefined) return []
    if (!arm.required.has(name)) return [[present(arm, name, member), absent(arm, name)]]
    const values = finiteValues(member, run.from)
    if (values === null || values.length < 2 || values.length > mostValues) return []
    return [values.map((value) => present(arm, name, { enum: [value] }))]
  })
}

function present(arm: ObjectArm, name: string, member: Schema): ObjectArm {
  return {
    ...arm,
    properties: new Map(arm.properties).set(name, member),
    required: new Set(arm.required).add(name),
    mentions: true,
    open: arm.open === null && !arm.mentions ? true : arm.open,
  }
}

function absent(arm: ObjectArm, name: string): ObjectArm {
  return {
    ...arm,
    properties: new Map(arm.properties).set(name, nothing),
    mentions: true,
    open: arm.open === null && !arm.mentions ? true : arm.open,
  }
}

/** The properties that a condition asks about. */
function namesIn(schema: Schema): string[] {
  const asked = schema.if ?? schema.not
  return asked === undefined ? [] : [...(asked.required ?? []), ...Object.keys(asked.properties ?? {})]
}
