import type { UnpricedFinding } from '../../src/model/cost.js'
import { compare, readText } from './audit.js'
import { keyOf } from './judge.js'
import { random } from './random.js'
import { rememberingCouples } from './remember.js'
import { rewrites } from './rewrites/index.js'
import type { Plan } from './row.js'
import type { Sample } from './samples.js'

/** A document written anew, and what the tool says of it that it did not say before, or no longer says. */
export interface Rewritten {
  readonly rewrite: string
  readonly sample: string
  readonly seed: number
  readonly differing: readonly UnpricedFinding[]
}

/** Writes a right document anew in every known way; nothing may change in the report. */
export async function* tryRewrites(sample: Sample, plan: Plan): AsyncGenerator<Rewritten> {
  const memory = rememberingCouples()
  const right = compare(await readText(sample.text, sample.root, 'openapi.right.yaml'), sample.code, memory)
  const known = new Set(right.findings.map(keyOf))
  // What leaves this document as it is, or comes out the same twice, is one rewrite.
  const seen = new Set<string>()
  for (const [rewrite, write] of Object.entries(rewrites)) {
    if (plan.only !== null && !rewrite.includes(plan.only)) continue
    for (let round = 0; round < plan.rounds; round++) {
      const own = plan.seed + round
      const { name, text } = write(sample.document, random(own))
      if (seen.has(text)) continue
      seen.add(text)
      const { findings } = compare(await readText(text, sample.root, name), sample.code, memory)
      const ids = new Set(findings.map(keyOf))
      const differing = [
        ...findings.filter((one) => !known.has(keyOf(one))),
        ...right.findings.filter((one) => !ids.has(keyOf(one))),
      ]
      yield { rewrite, sample: sample.name, seed: own, differing }
    }
  }
}
