// Holds the type reader against the compiler: generated types, and JSON values that are theirs or nearly so.
//   npm run bench:types -- [--types n] [--seed n] [--show n]
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { measure } from './measure.js'
import { anyPlan } from './plans/plans.js'

const { values } = parseArgs({
  options: {
    types: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
  },
})
const seed = Number(values.seed)
const perBatch = 150
const plans = fc.sample(anyPlan, { seed, numRuns: Number(values.types) })

const started = performance.now()
const pairs = []
const runtimeFaults = []
const lines = []
let sent = 0
let thrown = 0
let expressions = 0
let questions = 0
for (let from = 0; from < plans.length; from += perBatch) {
  const measured = measure(plans.slice(from, from + perBatch), {
    seed: seed + from,
    expressions: 4,
    nearMisses: 6,
    exactOptional: (from / perBatch) % 2 === 1,
  })
  pairs.push(...measured.pairs)
  runtimeFaults.push(...measured.runtime.faults)
  lines.push(...measured.refused.lines)
  sent += measured.runtime.sent
  thrown += measured.runtime.thrown
  expressions += measured.refused.expressions
  questions += measured.refused.questions
}
const of = (kind: string) => pairs.filter(({ verdict }) => verdict.kind === kind)
const reasons = new Map<string, number>()
for (const { verdict } of pairs) if (verdict.kind === 'cannot tell') reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
console.log({ types: plans.length, pairs: pairs.length, accept: of('both accept').length, refuse: of('both refuse').length, cannot: of('cannot tell').length, disagree: of('disagreement').length, sent, thrown, expressions, questions, faultLines: lines.length, loose: pairs.filter((p) => p.looseCheck).length, seconds: (performance.now() - started) / 1000 })
console.log(reasons)
for (const line of lines.slice(0, Number(values.show))) console.log('FAULT', line)
for (const one of of('disagreement').slice(0, Number(values.show))) console.log('DIS', JSON.stringify(one.verdict), one.type, '\n     ', JSON.stringify(one.value))
for (const one of runtimeFaults.slice(0, Number(values.show))) console.log('RUN', one)
