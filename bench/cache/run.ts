// Whether a report out of memory is the report: `npm run bench:cache -- --edits 500 [--seed n] [--ground shop]`.
import { parseArgs } from 'node:util'
import { walk } from './walk.js'

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    ground: { type: 'string', multiple: true, default: ['shop', 'shop', 'hono-garden'] },
  },
})
const grounds = values.ground
const each = Math.ceil(Number(values.edits) / grounds.length)
let wrong = 0
for (const [index, name] of grounds.entries()) {
  const started = performance.now()
  const done = await walk(name, each, Number(values.seed) + index)
  wrong += done.wrong.length
  const kinds = [...done.asked].map(([kind, { asked, read }]) => `${kind} ${asked - read} of ${asked}`)
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  console.log(`${name}: ${done.edits} edits, ${done.audits} audits, ${done.wrong.length} wrong, ${minutes} min`)
  console.log(`  remembered: ${kinds.join(', ')}`)
  for (const line of done.wrong) console.log(`  WRONG ${line}`)
}
process.exitCode = wrong === 0 ? 0 : 1
