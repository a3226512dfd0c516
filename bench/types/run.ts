// Holds the type reader against the compiler: generated types, and JSON values that are theirs or nearly so.
//   npm run bench:types                      10,000 pairs
//   npm run bench:types -- [--pairs n] [--seed n] [--show n]
import { parseArgs } from 'node:util'
import { measureBatch } from './batches.js'
import { explanations } from './explained.js'
import type { Measured, Pair } from './measure.js'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
  },
})
const measured: Measured[] = []
let count = 0
const started = performance.now()
while (count < Number(values.pairs)) {
  const batch = measureBatch(Number(values.seed), measured.length, 150)
  measured.push(batch)
  count += batch.pairs.length
}

const pairs = measured.flatMap((batch) => batch.pairs)
const sum = (of: (batch: Measured) => number) => measured.reduce((total, batch) => total + of(batch), 0)
const of = (kind: Pair['verdict']['kind']) => pairs.filter(({ verdict }) => verdict.kind === kind)
const share = (some: number) => `${some} (${((100 * some) / pairs.length).toFixed(1)} %)`
const accepted = of('both accept')
const disagreements = of('disagreement')
const faults = measured.flatMap(({ runtime }) => runtime.faults)
const refused = measured.flatMap(({ refused }) => refused.lines)

console.table({
  types: sum(({ types }) => types),
  'pairs of a type and a JSON value': pairs.length,
  'both accept': share(accepted.length),
  'of these because of a part of which nothing is known': share(
    accepted.filter(({ verdict }) => verdict.kind === 'both accept' && verdict.unknown).length,
  ),
  'both refuse': share(of('both refuse').length),
  'cannot tell (the compiler refuses)': share(of('cannot tell').length),
  explained: share(of('explained').length),
  'unexplained disagreements': disagreements.length,
  'values that were made and sent by JSON.stringify': sum(({ runtime }) => runtime.sent),
  'values that JSON.stringify throws on, as the schema says': sum(({ runtime }) => runtime.thrown),
  'of both, not as the schema or the oracle says': faults.length,
  'answers where a plain assignment is looser': pairs.filter(({ looseCheck }) => looseCheck).length,
  'questions too deep for the compiler': sum(({ refused }) => refused.questions),
  'generated expressions that lack their type': sum(({ refused }) => refused.expressions),
  'generated lines that do not compile': refused.length,
  'wall s': ((performance.now() - started) / 1000).toFixed(0),
})
tally(
  'cannot tell',
  of('cannot tell').map(({ verdict }) => (verdict.kind === 'cannot tell' ? verdict.reason : '')),
)
for (const { name, why } of explanations) {
  const some = pairs.filter(({ verdict }) => verdict.kind === 'explained' && verdict.name === name).length
  console.log(`explained: ${some} × ${name}\n  ${why}`)
}
for (const { verdict, type, value } of disagreements.slice(0, Number(values.show))) {
  console.log(
    `\n${verdict.kind === 'disagreement' ? verdict.accepts : ''} alone accepts ${JSON.stringify(value)}\n  ${type}`,
  )
}
for (const { type, expression, message } of faults.slice(0, Number(values.show))) {
  console.log(`\n${message}\n  ${type}\n  ${expression}`)
}
for (const line of refused.slice(0, Number(values.show))) console.log(`\n${line}`)
if (disagreements.length + faults.length + refused.length > 0) process.exitCode = 1

function tally(title: string, names: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, times] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${title}: ${times} × ${name}`)
}
