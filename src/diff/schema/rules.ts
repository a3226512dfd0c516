import type { Arm } from './form.js'
import type { BothArms, BothSchemas, Place, Run } from './run.js'
import { settle } from './settle.js'

/** Keywords about the value as a whole: where the two sides do not say the same, values of either are held against the other. */
export function compareRules(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  const kinds = [...new Set([...arms.spec, ...arms.code].map((arm) => arm.kind))]
  const other = kinds.filter((kind) => !isSame(spelt(arms.spec, kind), spelt(arms.code, kind)))
  if (other.length === 0) return
  const rules = [...arms.spec, ...arms.code].filter(({ kind }) => other.includes(kind)).flatMap((arm) => arm.rules)
  const words = [...new Set(rules.map(({ word }) => word))].sort().join(', ')
  settle(run, schemas, place, `the schema uses ${words}, and nothing was found that the two sides differ by`)
}

/** One wording on both sides. Where variants of a side have several, one that a keyword empties would hide what another lacks. */
function isSame(spec: ReadonlySet<string>, code: ReadonlySet<string>): boolean {
  const [wording, another] = new Set([...spec, ...code])
  return another === undefined && (spec.size === code.size || wording === '')
}

/** How the variants of one kind put these keywords. */
function spelt(arms: readonly Arm[], kind: Arm['kind']): ReadonlySet<string> {
  return new Set(
    arms
      .filter((arm) => arm.kind === kind)
      .map(({ rules }) =>
        rules
          .map(({ text }) => text)
          .sort()
          .join('\n'),
      ),
  )
}
