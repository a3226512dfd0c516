import type { Arm } from './form.js'
import { canonical } from './json.js'

const known = new WeakMap<readonly Arm[], readonly Arm[]>()

/** The arms in an order of their own, the smaller before the larger, however the union was written. */
export function ordered(arms: readonly Arm[]): readonly Arm[] {
  if (arms.length < 2) return arms
  const remembered = known.get(arms)
  if (remembered !== undefined) return remembered
  const keyed = arms.map((arm) => ({ arm, key: spelt(arm) }))
  const sorted = keyed
    .sort((left, right) => sizeOf(left.arm) - sizeOf(right.arm) || (left.key < right.key ? -1 : 1))
    .map(({ arm }) => arm)
  known.set(arms, sorted)
  return sorted
}

/** How much a value of the arm holds at least. */
function sizeOf(arm: Arm): number {
  return arm.kind === 'object' ? arm.required.size : arm.kind === 'array' ? arm.minItems : 0
}

function spelt(arm: Arm): string {
  const { at: _at, doubt, choices: _choices, ...words } = arm
  return canonical([Object.entries(words).map(([word, said]) => [word, plainly(said)]), doubt?.reason])
}

/** JSON knows no maps and no sets. */
function plainly(said: unknown): unknown {
  if (said instanceof Map) return Object.fromEntries(said)
  return said instanceof Set ? [...said].sort() : said
}
