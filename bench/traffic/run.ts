// Asks two samples what their tests ask, records it as HAR, and gives it to `redocly drift` and the code to the audit:
// what the traffic shows, the audit should find without it. Ends with 1 where it does not.
//   npm run bench:traffic
import { resolve } from 'node:path'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { type Verdict, verdictOn } from './compare.js'
import { type Problem, problemsOf } from './drift.js'
import { recordSamples } from './samples.js'

const settings = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }
const document = 'openapi.drifted.yaml'
const rows: string[] = []
let missed = 0

for (const recording of await recordSamples()) {
  const root = resolve('samples', recording.sample)
  const result = await audit({ root, spec: [document], ...settings })
  if (!result.ok) throw new Error(result.error.message)
  const findings = result.report.findings.filter(({ severity }) => severity !== 'info')
  const anyway = problemsOf(recording, resolve(root, 'openapi.right.yaml'))
  const verdicts = problemsOf(recording, resolve(root, document)).map((problem) => ({
    problem,
    verdict: verdictOn(problem, anyway, result.report.findings, result.details.pairs),
  }))
  rows.push(...new Set(verdicts.map(({ problem, verdict }) => rowOf(recording.sample, problem, verdict))))
  missed += verdicts.filter(({ verdict }) => verdict.kind === 'missed').length
  const shown = new Set(verdicts.flatMap(({ verdict }) => (verdict.kind === 'found' ? [verdict.finding.id] : [])))
  const { length: asked } = recording.exchanges
  console.log(
    `${recording.sample}: ${asked} requests; redocly drift ${verdicts.length} problems; audit ${findings.length} errors and ` +
      `warnings, ${findings.filter(({ id }) => !shown.has(id)).length} of them not in the traffic`,
  )
}
console.log(
  ['', '| sample | `redocly drift` of the traffic | tattletype of the code |', '|---|---|---|', ...rows].join('\n'),
)
console.log(`\nin the traffic and not found: ${missed}`)
process.exit(missed === 0 ? 0 : 1)

function rowOf(sample: string, problem: Problem, verdict: Verdict): string {
  const operation = problem.details?.operationPathTemplate ?? problem.path
  const said = `\`${problem.method} ${operation} ${problem.status}\`: ${problem.message.replaceAll('|', '\\|')}`
  return `| ${sample} | ${said} | ${told(verdict)} |`
}

function told(verdict: Verdict): string {
  if (verdict.kind === 'missed') return '**missed**'
  if (verdict.kind === 'anyway') return 'no drift: said of the right document too'
  const { method, path, rule, pointer } = verdict.finding
  return `\`${rule}\` ${method} ${path} ${pointer}`
}
