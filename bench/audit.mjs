// What an audit costs, against `tsc --noEmit` of the same TypeScript on the same project, side by side in one run.
//   npm run bench                                         the sample express-genai
//   npm run bench -- <folder> [--spec file] [--project tsconfig] [--rounds n]
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure } from './meter.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const cli = resolve(here, '../dist/cli.js')
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spec: { type: 'string' },
    project: { type: 'string', default: 'tsconfig.json' },
    rounds: { type: 'string', default: '5' },
  },
})
const sample = resolve(here, '../samples/express-genai')
const folder = resolve(positionals[0] ?? sample)
const spec = values.spec ?? (folder === sample ? 'openapi.drifted.yaml' : undefined)

function measured(script, args) {
  const run = measure(folder, script, args)
  if (script === cli && run.status === 2) throw new Error(`the audit failed: ${run.stderr}`)
  return run
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const audit = ['--format', 'json', '--fail-on', 'never', '--project', values.project, ...(spec ? ['--spec', spec] : [])]
const runs = { audit: [], tsc: [] }
for (let round = 0; round < Number(values.rounds); round++) {
  runs.audit.push(measured(cli, audit))
  runs.tsc.push(measured(tsc, ['--noEmit', '--incremental', 'false', '-p', values.project]))
}
const row = (name) => {
  const of = (key) => median(runs[name].map((run) => run[key]))
  return { 'CPU s': of('cpu').toFixed(2), 'wall s': of('wall').toFixed(2), 'memory MB': of('memory').toFixed(0) }
}
console.table({ audit: row('audit'), 'tsc --noEmit': row('tsc') })
const ratio = (key) => median(runs.audit.map((run, index) => run[key] / runs.tsc[index][key])).toFixed(2)
console.log(`audit / tsc, median of ${values.rounds} rounds: CPU ${ratio('cpu')}, memory ${ratio('memory')}`)
