// Compares GitHub's document (1,223 operations) with itself, in a process of its own: under 10 s, under 1 GB, no finding.
//   npm run bench:github
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const most = { seconds: 10, megabytes: 1024 }
const require = createRequire(import.meta.url)
const file = require.resolve('@octokit/openapi/generated/api.github.com.json')
const worker = fileURLToPath(new URL('corpus/worker.mjs', import.meta.url))

const started = performance.now()
const child = fork(worker)
child.send({ root: dirname(file), file: basename(file) })
child.once('message', (outcome) => {
  const seconds = (performance.now() - started) / 1000
  child.disconnect()
  const { kind, endpoints, coverage, cpu, peak } = outcome
  if (kind === 'crash' || kind === 'refused') throw new Error(outcome.message)
  console.log(`${endpoints} operations, ${coverage.verified} of ${coverage.elements} elements verified: ${kind}`)
  console.log(
    `${seconds.toFixed(1)} s from start to end, ${cpu.toFixed(1)} s CPU of all threads, ${peak.toFixed(0)} MB`,
  )
  const kept = kind === 'same' && seconds < most.seconds && peak < most.megabytes
  if (!kept) console.log(`not kept: the same, under ${most.seconds} s, under ${most.megabytes} MB`)
  process.exitCode = kept ? 0 : 1
})
