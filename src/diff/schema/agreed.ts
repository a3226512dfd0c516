import type { Side } from './form.js'
import type { Spending } from './run.js'

const agreed = new WeakMap<Side, WeakMap<Side, Map<boolean, Set<string>>>>()

/** Pairs of schemas that an earlier comparison of the same two sides found to agree, with all below them. */
export function agreedPairs(spec: Side, code: Side, asText: boolean): Set<string> {
  const bySpec = agreed.get(spec) ?? new WeakMap<Side, Map<boolean, Set<string>>>()
  agreed.set(spec, bySpec)
  const byCode = bySpec.get(code) ?? new Map<boolean, Set<string>>()
  bySpec.set(code, byCode)
  const pairs = byCode.get(asText) ?? new Set<string>()
  byCode.set(asText, pairs)
  return pairs
}

const spent = new WeakMap<Side, WeakMap<Side, Spending>>()

/** What the comparisons of the same two sides have looked at so far. */
export function spentOn(spec: Side, code: Side): Spending {
  const bySpec = spent.get(spec) ?? new WeakMap<Side, Spending>()
  spent.set(spec, bySpec)
  const known = bySpec.get(code) ?? { steps: 0 }
  bySpec.set(code, known)
  return known
}
