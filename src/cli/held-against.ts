import type { Moments } from '../gate/moments.js'
import { onlyNew } from '../gate/only-new.js'
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
  if (before === undefined) return { report: onlyNew(report, new Set(), since), notices: [] }
  const past = await tool.audit({ ...options, snapshot: before })
  if (past.ok) return { report: onlyNew(report, new Set(past.report.findings.map(({ id }) => id)), since), notices: [] }
  const notices = [`${since} could not be audited, so all findings count as new: ${past.error.message}`]
  return { report: onlyNew(report, new Set(), since), notices }
}
