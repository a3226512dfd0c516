// What a run of a Node script takes, told by the run itself when it ends: CPU of all its threads, and the most memory it held.
import { spawnSync } from 'node:child_process'

const meter = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs'
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }))
  })
`)}`

/** Runs a script in a folder. Out: seconds of CPU and by the clock, megabytes, and how it ended. */
export function measure(folder, script, args) {
  const started = performance.now()
  const child = spawnSync(process.execPath, ['--import', meter, script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    env: { ...process.env, CI: 'true' },
  })
  const used = child.output[3]?.toString()
  if (!used) throw new Error(`${script} did not end by itself: ${child.stderr}`)
  const wall = (performance.now() - started) / 1000
  return { ...JSON.parse(used), wall, status: child.status, stderr: child.stderr.toString() }
}
