import { auditEach } from './audit/several.js'
import { readSides, type Sides } from './audit/sides.js'
import { bill } from './cost/bill.js'
import { nothingWatched } from './cost/history.js'
import { patternMistake } from './diff/endpoint-pattern.js'
import { pairUp } from './diff/pairs.js'
import type { AuditResult } from './model/audit-result.js'
import type { ChangeHistory, Served } from './model/cost.js'
import type { AuditOptions } from './model/options.js'
import type { UserError } from './model/user-error.js'
import { assembleReport } from './report/assemble.js'
import { endpointsOf, servedOf } from './report/endpoints.js'
import { leaveOut } from './report/ignore.js'
import { listRoutes } from './report/routes.js'
import { applyRules } from './rules/apply.js'

/**
 * Holds a hand-written document against the code that serves it: what the document promises, what the code serves, the two
 * side by side, every rule asked about each pair, and what it costs; of several projects, each so. A mistake of the user comes
 * back as an error, never thrown.
 */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  return options.projects === undefined ? auditPair(options) : auditEach(options, options.projects, auditPair)
}

async function auditPair(options: AuditOptions): Promise<AuditResult> {
  const mistake = mistakenPattern(options)
  if (mistake !== null) return { ok: false, error: mistake }
  const sides = await readSides(options)
  if (!sides.ok) return sides
  const { spec, code, ignored } = leaveOut(sides.value.spec, sides.value.code, options.ignore)

  options.onProgress?.('comparing')
  const { pairs, notices } = pairUp(spec, code)
  const { findings, unverifiable } = applyRules(pairs, options)
  const endpoints = endpointsOf(pairs)
  const history = await historyOf(sides.value, servedOf(endpoints, code.schemas), options)
  const priced = bill({ spec, code, endpoints, findings, history }, options.cost)

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

function mistakenPattern({ ignore, overrides }: AuditOptions): UserError | null {
  const named = [
    ...ignore.map((text) => ({ text, place: 'ignore' })),
    ...overrides.flatMap(({ paths }, index) => paths.map((text) => ({ text, place: `overrides[${index}].paths` }))),
  ]
  for (const { text, place } of named) {
    const reason = patternMistake(text)
    if (reason !== null) return { message: `"${text}" in ${place} names no endpoints: ${reason}` }
  }
  return null
}

function historyOf(
  { documents }: Sides,
  served: Served,
  { history, onProgress }: AuditOptions,
): Promise<ChangeHistory> {
  if (history === undefined) return Promise.resolve(nothingWatched('the history was not looked at'))
  onProgress?.('reading the history')
  return history(
    documents.map(({ file }) => file),
    served,
  )
}
