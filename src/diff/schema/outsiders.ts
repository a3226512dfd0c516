import type { Aspect } from '../../model/difference.js'
import type { Json } from '../../model/json.js'
import { armAdmits, surelyAdmits } from './admits.js'
import { candidates } from './candidates.js'
import type { ScalarArm, Side } from './form.js'
import { keywordsOf } from './keywords.js'

/** A value of one side that the other does not allow, or an aspect about which none could be decided. */
export type Outsider =
  | { readonly aspect: Aspect; readonly value: Json; readonly values?: number }
  | { readonly aspect: Aspect; readonly undecided: true }

/**
 * What values of one kind some arm of `from` surely has and no arm of `to` has: one outsider per aspect. Nothing means
 * contained.
 */
export function outsiders(
  from: readonly ScalarArm[],
  to: readonly ScalarArm[],
  sides: { readonly from: Side; readonly to: Side },
  name: string,
): Outsider[] {
  const target = joined(to)
  return from.flatMap((arm) =>
    arm.values === null ? outsideOpen(arm, target, sides, name) : outsideListed(arm, arm.values, target, sides),
  )
}

/** Several lists of values are one list. */
function joined(arms: readonly ScalarArm[]): readonly ScalarArm[] {
  const [first] = arms
  const lists = arms.map((arm) => (keywordCount(arm) === 1 ? arm.values : null))
  if (first === undefined || arms.length < 2 || lists.some((list) => list === null)) return arms
  return [{ ...first, values: lists.flatMap((list) => list ?? []) }]
}

function keywordCount(arm: ScalarArm): number {
  return keywordsOf(arm, anySide).length
}

const anySide: Side = { name: 'spec', schemas: {}, direction: 'response' }

function outsideListed(
  arm: ScalarArm,
  values: readonly Json[],
  to: readonly ScalarArm[],
  sides: { readonly from: Side; readonly to: Side },
): Outsider[] {
  const own = values.filter((value) => armAdmits(arm, value, sides.from))
  const outside = own.filter((value) => !to.some((other) => surelyAdmits(other, value, sides.to)))
  const sure = outside.filter((value) => !to.some((other) => armAdmits(other, value, sides.to)))
  const value = sure[0] ?? outside[0]
  if (value === undefined) return []
  const broken =
    to.length === 1 && to[0] ? keywordsOf(to[0], sides.to).find((keyword) => !keyword.holds(value)) : undefined
  const aspect = to.every((other) => other.values !== null) ? 'enum' : (broken?.aspect ?? 'constraint')
  return [{ aspect, value, values: Math.max(sure.length, 1) }]
}

function outsideOpen(
  arm: ScalarArm,
  to: readonly ScalarArm[],
  sides: { readonly from: Side; readonly to: Side },
  name: string,
): Outsider[] {
  const open = to.map((other) => keywordsOf(other, sides.to).filter((keyword) => !keyword.impliedBy(arm)))
  if (open.some((keywords) => keywords.length === 0)) return []
  const tried = [...candidates([arm, ...to], name)].filter((value) => armAdmits(arm, value, sides.from))
  const [only] = open
  if (only === undefined || to.length > 1) {
    const value = tried.find((one) => !to.some((other) => armAdmits(other, one, sides.to)))
    const aspect = open.flat()[0]?.aspect ?? 'constraint'
    return value === undefined ? [{ aspect, undecided: true }] : [{ aspect, value }]
  }
  const aspects = [...new Set(only.map((keyword) => keyword.aspect))]
  return aspects.map((aspect): Outsider => {
    const asked = only.filter((keyword) => keyword.aspect === aspect)
    const others = only.filter((keyword) => keyword.aspect !== aspect)
    const outside = tried.filter((value) => asked.some((keyword) => !keyword.holds(value)))
    const value = outside.find((one) => others.every((keyword) => keyword.holds(one))) ?? outside[0]
    return value === undefined ? { aspect, undecided: true } : { aspect, value }
  })
}
