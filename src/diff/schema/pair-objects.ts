import type { Counterparts } from './counterparts.js'
import type { ObjectArm, Side } from './form.js'
import { canonical } from './json.js'
import { memberOf } from './members.js'
import { formOf } from './normal.js'
import type { Run } from './run.js'

/** Which object variant of one side stands for which of the other: by the values that tell variants apart, then by likeness. */
export function pairObjects(run: Run, spec: readonly ObjectArm[], code: readonly ObjectArm[]): Counterparts[] {
  const peers = { spec, code }
  const [documented, served] = [spec[0], code[0]]
  if (documented === undefined || served === undefined) return []
  if (spec.length === 1 && code.length === 1) return [{ spec: documented, code: served, ask: ['code', 'spec'], peers }]
  const likeness = (left: ObjectArm, right: ObjectArm) => alike(left, run.spec, right, run.code)
  return [
    ...code.map((arm) => ({
      spec: best(spec, (other) => likeness(other, arm)) ?? documented,
      code: arm,
      ask: ['code'] as const,
      peers,
    })),
    ...spec.map((arm) => ({
      spec: arm,
      code: best(code, (other) => likeness(arm, other)) ?? served,
      ask: ['spec'] as const,
      peers,
    })),
  ]
}

function best(arms: readonly ObjectArm[], score: (arm: ObjectArm) => number): ObjectArm | undefined {
  return arms.map((arm) => ({ arm, score: score(arm) })).sort((left, right) => right.score - left.score)[0]?.arm
}

function alike(spec: ObjectArm, specSide: Side, code: ObjectArm, codeSide: Side): number {
  if (spelt(spec) === spelt(code)) return Number.POSITIVE_INFINITY
  const names = new Set([...spec.properties.keys(), ...code.properties.keys()])
  let score = 0
  for (const name of names) {
    const [left, right] = [spec.properties.get(name), code.properties.get(name)]
    if (left === undefined || right === undefined) score -= spec.required.has(name) || code.required.has(name) ? 2 : 1
    else score += 2 + likeValues(memberOf(spec, name) ?? left, specSide, memberOf(code, name) ?? right, codeSide)
  }
  return score / Math.max(1, names.size)
}

const spellings = new WeakMap<ObjectArm, string>()

/** What the variant says of its members, in a normal spelling: variants that differ in little are still told apart. */
function spelt(arm: ObjectArm): string {
  const known = spellings.get(arm)
  if (known !== undefined) return known
  const { properties, patterns, required, open, minProperties, maxProperties } = arm
  const members = [Object.fromEntries(properties), Object.fromEntries(patterns), [...required].sort(), open]
  const text = canonical([...members, minProperties, maxProperties])
  spellings.set(arm, text)
  return text
}

/** Listed values that both have, or none that both have, tell variants apart more than anything else. */
function likeValues(left: object, leftSide: Side, right: object, rightSide: Side): number {
  const [ones, others] = [listed(left, leftSide), listed(right, rightSide)]
  if (ones === null || others === null) return 0
  return ones.some((value) => others.includes(value)) ? 10 : -100
}

function listed(schema: object, side: Side): string[] | null {
  const form = formOf(schema, side)
  if ('unclear' in form || form.arms.length === 0) return null
  const values = form.arms.map((arm) => ('values' in arm ? arm.values : null))
  return values.some((list) => list === null)
    ? null
    : values.flatMap((list) => (list ?? []).map((value) => JSON.stringify(value)))
}
