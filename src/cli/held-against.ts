import { mendedOf } from '../gate/mended.js'
import type { Moments } from '../gate/moments.js'
import { movedFindings } from '../gate/moved-findings.js'
import { type Known, onlyNew } from '../gate/only-new.js'
import type { AuditOptions } from '../model/options.js'
import type { Report } from '../model/report.js'
import { optionsBefore } from './projects/before.js'
import type { Tool } from './tool.js'

interface Outcome {
  readonly report: Report
  readonly notices: readonly string[]
}

/** The report cut down to what the moment before did not have; where that cannot be audited, everything counts as new, and it is said. */
export async function heldAgainst(
  report: Report,
  { before, merged, since, renamed = new Map() }: Moments,
  options: AuditOptions,
  tool: Tool,
): Promise<Outcome> {
  if (since === undefined) return { report, notices: [] }
  if (before === undefined) return { report: onlyNew(report, { ...nothing, name: since }), notices: [] }
  const past = await tool.audit(optionsBefore(options, before, renamed))
  const other = merged === undefined ? undefined : await tool.audit(optionsBefore(options, merged, renamed))
  // The commit that is merged can only take findings away: where it cannot be audited, more counts as new.
  const elsewhere = other?.ok ? other.report.findings.map(({ id }) => id) : []
  if (past.ok) {
    const notices = (past.unread ?? []).map(({ error }) => `${since}: ${error.message}; its findings count as new`)
    const { ids, ...rest } = known(past.report, report, since)
    return { report: onlyNew(report, { ...rest, ids: new Set([...ids, ...elsewhere]) }), notices }
  }
  const notices = [`${since} could not be audited, so all findings count as new: ${past.error.message}`]
  return { report: onlyNew(report, { ...nothing, name: since }), notices }
}

const nothing = { ids: new Set<string>(), mended: 0 }

function known(past: Report, report: Report, name: string): Known {
  const moved = movedFindings(past.findings, report.findings)
  const now = new Set([...report.findings.map(({ id }) => id), ...moved.values()])
  const ids = new Set([...past.findings.map(({ id }) => id), ...moved.keys()])
  return { name, ids, mended: mendedOf(past.findings, now, report.unverifiable) }
}
