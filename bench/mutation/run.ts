// Makes the right documents of the samples wrong, one fault at a time, and counts what is found; writes them anew without
// changing what they mean, and counts what is said; changes the code under them in memory, and counts again.
//   npm run bench:mutation -- [--seed n] [--written n] [--inlined n] [--rounds n] [--only operator] [--no-code] [--json file]
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Plan, Row } from './row.js'
import { sampleNames } from './samples.js'
import { percent, rewriteTableOf, tableOf } from './table.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    written: { type: 'string', default: '13' },
    inlined: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '12' },
    only: { type: 'string' },
    'no-code': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const plan: Plan = {
  seed: Number(values.seed),
  written: Number(values.written),
  inlined: Number(values.inlined),
  rounds: Number(values.rounds),
  code: !values['no-code'],
  only: values.only ?? null,
}

function run(sample: string): Promise<Row[]> {
  const rows: Row[] = []
  return new Promise((resolve, reject) => {
    const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [sample, JSON.stringify(plan)])
    worker.on('message', (row: Row) => rows.push(row))
    worker.on('exit', (code) => (code === 0 ? resolve(rows) : reject(new Error(`${sample} ended with ${code}`))))
  })
}

const started = performance.now()
const rows = (await Promise.all(sampleNames.map(run))).flat()
const of = (table: Row['table']) => rows.filter((row) => row.table === table)
const [document, code, rewrites] = [of('document'), of('code'), of('rewrite')]
console.log(`### Faults in the document\n\n${tableOf(document)}\n`)
if (plan.code) console.log(`### Changes in the code\n\n${tableOf(code)}\n`)
console.log(`### Documents written anew\n\n${rewriteTableOf(rewrites)}\n`)

const sum = (count: (row: Row) => number) => document.reduce((known, row) => known + count(row), 0)
const shared = document.filter((row) => row.oneCause !== null)
const untold = document.filter((row) => row.outcome === 'untold')
console.log(
  `Cannot tell, said so: ${percent(document.filter((row) => row.outcome === 'said so').length, document.length)} of the document's mutants.`,
)
console.log(
  `Cannot be told by the code: ${percent(untold.length, document.length)}; of these, with a finding all the same: ${untold.filter((row) => row.beside.length > 0).length}.`,
)
console.log(
  `One cause for a fault in a shared part: ${shared.filter((row) => row.oneCause).length} of ${shared.length}.`,
)
console.log(
  `Values of schema findings, asked of Ajv: ${sum((row) => row.proofs.right)} right, ${sum((row) => row.proofs.wrong)} wrong; without a value: ${sum((row) => row.proofs.none)}.`,
)
console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes.`)
if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 1))
