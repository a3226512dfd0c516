import type { Arm } from './form.js'
import type { BothArms, BothSchemas, Place, Run } from './run.js'
import { settle } from './settle.js'

/** Keywords about the value as a whole: where the two sides do not say the same, values of either are held against the other. */
export function compareRules(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  const kinds = [...new Set([...arms.spec, ...arms.code].map((arm) => arm.kind))]
  const other = kinds.filter((kind) => spelt(arms.spec, kind) !== spelt(arms.code, kind))
  if (other.length === 0) return
  const rules = [...arms.spec, ...arms.code].filter(({ kind }) => other.includes(kind)).flatMap((arm) => arm.rules)
  const words = [...new Set(rules.map(({ word }) => word))].sort().join(', ')
  settle(run, schemas, place, `the schema uses ${words}, and nothing was found that the two sides differ by`)
}

function spelt(arms: readonly Arm[], kind: Arm['kind']): string {
  const texts = arms
    .filter((arm) => arm.kind === kind)
    .map(({ rules }) =>
      rules
        .map(({ text }) => text)
        .sort()
        .join('\n'),
    )
  return [...new Set(texts)].sort().join('\n\n')
}
