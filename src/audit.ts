import { readSides, type Sides } from './audit/sides.js'
import { bill } from './cost/bill.js'
import { nothingWatched } from './cost/history.js'
import { pairUp } from './diff/pairs.js'
import type { AuditResult } from './model/audit-result.js'
import type { ChangeHistory } from './model/cost.js'
import type { AuditOptions } from './model/options.js'
import { assembleReport } from './report/assemble.js'
import { endpointsOf } from './report/endpoints.js'
import { leaveOut } from './report/ignore.js'
import { listRoutes } from './report/routes.js'
import { applyRules } from './rules/apply.js'

/**
 * Holds a hand-written document against the code that serves it: what the document promises, what the code serves, the two
 * side by side, every rule asked about each pair, and what it costs. A mistake of the user comes back as an error, never thrown.
 */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const sides = await readSides(options)
  if (!sides.ok) return sides
  const { spec, code, ignored } = leaveOut(sides.value.spec, sides.value.code, options.ignore)

  options.onProgress?.('comparing')
  const { pairs, notices } = pairUp(spec, code)
  const { findings, unverifiable } = applyRules(pairs, options)
  const history = await historyOf(sides.value, options)
  const priced = bill({ spec, code, endpoints: endpointsOf(pairs), findings, history }, options.cost)

  return {
    ok: true,
    report: assembleReport({
      ...sides.value,
      spec,
      pairs,
      findings: priced.findings,
      unverifiable,
      ignored,
      bill: priced,
    }),
    routes: listRoutes(spec, code, ignored),
    notices: [...sides.value.notices, ...notices],
    faults: sides.value.faults,
    details: { spec, code, pairs },
  }
}

function historyOf({ documents }: Sides, { history, onProgress }: AuditOptions): Promise<ChangeHistory> {
  if (history === undefined) return Promise.resolve(nothingWatched('the history was not looked at'))
  onProgress?.('reading the history')
  return history(documents.map(({ file }) => file))
}
