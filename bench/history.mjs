// What the past costs: reading a document's history, and the weekly report, each from nothing and again.
//   npm run bench:history                the history alone, of a repository of 2,000 commits that is made for it
//   npm run bench:history -- <folder> --spec file [--project tsconfig] [--code file] [--since 12w] [--months 12] [--no-report]
// What earlier runs kept in the folder's node_modules/.cache/tattletype is removed first.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure } from './meter.mjs'

const most = { first: 60, later: 2 }
const here = dirname(fileURLToPath(import.meta.url))
const cli = resolve(here, '../dist/cli.js')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    spec: { type: 'string', default: 'openapi.yaml' },
    project: { type: 'string' },
    code: { type: 'string' },
    since: { type: 'string', default: '12w' },
    months: { type: 'string', default: '12' },
    report: { type: 'boolean', default: true },
  },
})

function made() {
  const folder = mkdtempSync(join(tmpdir(), 'history-'))
  const year = resolve(here, '../scripts/year.mjs')
  const { status, stderr } = spawnSync(process.execPath, [year, folder, '--commits', '2000'])
  if (status !== 0) throw new Error(String(stderr))
  mkdirSync(join(folder, 'node_modules'))
  return folder
}

function runs(folder, title, args) {
  rmSync(join(folder, 'node_modules/.cache/tattletype'), { recursive: true, force: true })
  return ['first', 'second'].map((name) => {
    const run = measure(folder, cli, args)
    if (run.status === 2) throw new Error(run.stderr)
    console.log(
      `| ${title} | ${name} | ${run.cpu.toFixed(1)} s | ${run.wall.toFixed(1)} s | ${run.memory.toFixed(0)} MB |`,
    )
    return run
  })
}

const folder = positionals[0] === undefined ? made() : resolve(positionals[0])
console.log('| what | run | CPU of its own | by the clock | memory |\n|---|---|---:|---:|---:|')
const [first, later] = runs(folder, 'history of the document', [
  'cost',
  'backtest',
  '--months',
  values.months,
  '--spec',
  values.spec,
])
if (values.report && positionals[0] !== undefined) {
  const sides = ['--spec', values.spec, ...(values.project ? ['--project', values.project] : [])]
  const code = values.code ? ['--code', values.code] : []
  runs(folder, `report of ${values.since}`, ['report', '--since', values.since, ...sides, ...code])
}
if (positionals[0] === undefined) rmSync(folder, { recursive: true })
if (first.wall > most.first || later.wall > most.later) {
  console.log(`not kept: ${most.first} s for the first reading of the history, ${most.later} s for later ones`)
  process.exitCode = 1
}
