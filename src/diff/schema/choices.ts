import type { Schema } from '../../model/schema.js'
import { areApart } from './apart.js'
import type { Arm, Side } from './form.js'
import { canonical } from './json.js'
import type { BothArms, BothSchemas, Place, Run } from './run.js'
import { settle } from './settle.js'

const mostArms = 60

/**
 * Says where a `oneOf` may refuse a value because two of its variants have it: the comparison takes it for an `anyOf`,
 * as most who write one do.
 */
export function compareChoices(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  const [spec, code] = [overlapping(arms.spec, arms.code, run.spec), overlapping(arms.code, arms.spec, run.code)]
  const isSame = spelt(spec) === spelt(code) && isAll(spec, arms.spec) && isAll(code, arms.code)
  if (isSame) return
  settle(run, schemas, place, 'variants of a oneOf may share values, which it then refuses')
}

/** The `oneOf`s of one side of which two variants may share a value that the other side has. */
function overlapping(own: readonly Arm[], others: readonly Arm[], side: Side): readonly Schema[] {
  const groups = new Set(own.flatMap((arm) => [...arm.choices.keys()]))
  return [...groups].filter((group) => isOverlapping(group, own, others, side))
}

/** Whether no value comes from beside these `oneOf`s that they might refuse. */
function isAll(groups: readonly Schema[], arms: readonly Arm[]): boolean {
  return groups.every((group) => {
    const kinds = new Set(arms.filter(({ choices }) => choices.has(group)).map(({ kind }) => kind))
    return arms.every(({ kind, choices }) => !kinds.has(kind) || choices.has(group))
  })
}

function isOverlapping(group: Schema, own: readonly Arm[], others: readonly Arm[], side: Side): boolean {
  const arms = own.filter((arm) => arm.choices.has(group))
  if (arms.length > mostArms) return true
  return arms.some((arm, index) =>
    arms
      .slice(index + 1)
      .some(
        (rival) =>
          arm.choices.get(group) !== rival.choices.get(group) &&
          !areApart(arm, rival, { left: side, right: side }) &&
          others.some((other) => other.kind === arm.kind),
      ),
  )
}

/** Several `oneOf`s in a normal spelling. */
function spelt(groups: readonly Schema[]): string {
  const each = groups.map(({ oneOf = [] }) => oneOf.map(canonical).sort().join())
  return each.sort().join('\n')
}
