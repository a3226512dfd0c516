import type { Plan } from './row.js'
import { rowsOf } from './rows.js'
import { readSample } from './samples.js'

// One sample in a process of its own: the benchmark's samples do not wait for each other.
const [name = '', plan = '{}'] = process.argv.slice(2)
const chosen: Plan = JSON.parse(plan)
for await (const row of rowsOf(readSample(name), chosen)) process.send?.(row)
process.disconnect()
