// What runs leave behind that are killed while they write: `npm run bench:kill -- --kills 200 [--seed n]`.
import { parseArgs } from 'node:util'
import { kills } from './kills.js'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const { killed, midway, torn, wrong } = await kills(Number(values.kills), Number(values.seed))
console.log(
  `${killed} runs killed, ${midway} drafts left midway, ${torn.length} torn files, ${wrong.length} wrong answers`,
)
for (const line of [...torn, ...wrong]) console.log(line)
process.exitCode = torn.length + wrong.length === 0 ? 0 : 1
