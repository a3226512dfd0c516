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
  { before, since, renamed = new Map() }: Moments,
  options: AuditOptions,
  tool: Tool,
): Promise<Outcome> {
  if (since === undefined) return { report, notices: [] }
  if (before === undefined) return { report: onlyNew(report, { ...nothing, name: since }), notices: [] }
  const past = await tool.audit(optionsBefore(options, before, renamed))
  if (past.ok) {
    const notices = (past.unread ?? []).map(({ error }) => `${since}: ${error.message}; its findings count as new`)
    return { report: onlyNew(report, known(past.report, report, since)), notices }
  }
  const notices = [`${since} could not be audited, so all findings count as new: ${past.error.message}`]
  return { report: onlyNew(report, { ...nothing, name: since }), notices }
}

const nothing = { ids: new Set<string>(), mended: 0 }

function known(past: Report, report: Report, name: string): Known {
  const moved = movedFindings(past.findings, report.findings)
  const now = new Set([...report.findings.map(({ id }) => id), ...moved.values()])
  const ids = new Set([...past.findings.map(({ id }) => id), ...moved.keys()])
  const mended = past.findings.filter(({ id }) => !now.has(id)).length
  return { name, ids, mended }
}
