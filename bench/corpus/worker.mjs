// Reads one document after the other, each as both sides of an audit, and tells the parent what came of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { audit } from '../../dist/audit.js'
import { defaultCostSettings } from '../../dist/cost/constants.js'

process.on('message', async ({ root, file }) => {
  resetPeak()
  const started = performance.now()
  const outcome = await outcomeOf(root, file)
  const { user, system } = process.cpuUsage()
  const ms = performance.now() - started
  process.send({ file, ...outcome, ms, cpu: (user + system) / 1e6, peak: peakMegabytes() })
})

async function outcomeOf(root, file) {
  try {
    const result = await audit({
      root,
      spec: [file],
      code: file,
      ignore: [],
      severities: {},
      overrides: [],
      allowRemote: false,
      cost: defaultCostSettings,
    })
    if (!result.ok) return { kind: 'refused', message: result.error.message }
    const { summary, findings } = result.report
    // What is wrong with the document itself is true on both sides, and no difference.
    const differences = findings.filter(({ rule }) => rule !== 'invalid-document')
    return {
      kind: differences.length === 0 ? 'same' : 'different',
      findings: differences.slice(0, 20),
      differences: differences.length,
      faults: findings.length - differences.length,
      endpoints: summary.endpoints.documented,
      coverage: summary.coverage,
      reasons: [...new Set(result.report.unverifiable.map(({ reason }) => reason))].slice(0, 5),
    }
  } catch (error) {
    return { kind: 'crash', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Linux forgets the peak when told to; elsewhere it is that of all documents so far. */
function resetPeak() {
  globalThis.gc?.()
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not Linux, or not allowed.
  }
}

function peakMegabytes() {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  } catch {
    // No such file where there is no Linux.
  }
  return process.resourceUsage().maxRSS / 1024
}
