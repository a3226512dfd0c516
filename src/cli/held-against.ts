import type { Moments } from '../gate/moments.js'
import { type Known, onlyNew } from '../gate/only-new.js'
import type { AuditOptions } from '../model/options.js'
import type { Report } from '../model/report.js'
import type { Tool } from './tool.js'

interface Outcome {
  readonly report: Report
  readonly notices: readonly string[]
}

/** The report cut down to what the moment before did not have; where that cannot be audited, everything counts as new, and it is said. */
export async function heldAgainst(
  report: Report,
  { before, since }: Moments,
  options: AuditOptions,
  tool: Tool,
): Promise<Outcome> {
  if (since === undefined) return { report, notices: [] }
  if (before === undefined) return { report: onlyNew(report, { ...nothing, name: since }), notices: [] }
  const past = await tool.audit({ ...options, snapshot: before })
  if (past.ok) return { report: onlyNew(report, known(past.report, report, since)), notices: [] }
  const notices = [`${since} could not be audited, so all findings count as new: ${past.error.message}`]
  return { report: onlyNew(report, { ...nothing, name: since }), notices }
}

const nothing = { ids: new Set<string>(), mended: 0 }

function known(past: Report, report: Report, name: string): Known {
  const now = new Set(report.findings.map(({ id }) => id))
  const ids = new Set(past.findings.map(({ id }) => id))
  return { name, ids, mended: [...ids].filter((id) => !now.has(id)).length }
}
