import type { UserError } from '../../model/user-error.js'
import type { WeeklyReport } from '../../model/weekly.js'
import { badge, shields } from '../../reporters/badge.js'
import { html } from '../../reporters/html.js'
import { markdown } from '../../reporters/markdown.js'
import { paintOf } from '../../reporters/pretty/paint.js'
import { weeklyText } from '../../reporters/pretty/weekly.js'
import type { Reporter } from '../../reporters/reporter.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError, printFaults, printNotices } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { prepare } from '../prepare.js'
import { auditSeries, type PastSource, type WeeklyAudit } from '../report/series.js'
import { weeksOf } from '../report/since.js'
import { sourceReader } from '../sources.js'
import { colorOf, widthOf } from '../terminal.js'
import type { Tool } from '../tool.js'

const pages = { badge, html, markdown, shields } satisfies Record<string, Reporter>
const formats = ['pretty', 'json', 'markdown', 'html', 'badge', 'shields'] as const

/** Writes the report of a series of audits: what is new, what was mended, what stayed, and how it came. Drift does not fail it. */
export async function report(flags: Flags, io: Io, tool: Tool): Promise<number> {
  const outputs = parseOutputs(flags.format ?? ['pretty'], formats)
  if (!outputs.ok) return refuse(io, outputs.error)
  const source = sourceOf(flags)
  if (!source.ok) return refuse(io, source.error)
  const prepared = await prepare(flags, io, tool)
  if (!prepared.ok) return refuse(io, prepared.error)
  const { options, cache } = prepared.value
  if (options.code !== undefined && /^https?:/.test(options.code)) {
    return refuse(io, { message: 'a running server has no past: name a document in the repository with --code' })
  }
  const audited = await auditSeries(options, tool, source.value, cache).finally(() => io.progress.stop())
  if (!audited.ok) return refuse(io, audited.error)
  printNotices(io, audited.value.notices)
  printFaults(io, audited.value.result.faults ?? [])
  for (const { format, file } of outputs.value) {
    const color = file === null && colorOf(io.out, io.env, flags.color)
    const text = textOf(format, audited.value, { color, width: widthOf(io.out), root: io.cwd, tool })
    const mistake = writeOutput(io, file, text)
    if (mistake !== null) return refuse(io, mistake)
  }
  return exit.clean
}

interface Looks {
  readonly color: boolean
  readonly width: number
  readonly root: string
  readonly tool: Tool
}

function textOf(format: (typeof formats)[number], { result, weekly, snapshot }: WeeklyAudit, looks: Looks): string {
  if (format === 'json') {
    const whole: WeeklyReport = { version: 1, ...weekly, report: result.report }
    return `${JSON.stringify(whole, null, 2)}\n`
  }
  if (format === 'pretty') return weeklyText(result.report, weekly, paintOf(looks.color), looks.width)
  const { color, width, root, tool } = looks
  return pages[format](result.report, {
    color,
    width,
    rules: tool.rules,
    weekly,
    readSource: sourceReader(root, snapshot),
  })
}

function sourceOf({ since, history }: Flags): { ok: true; value: PastSource } | { ok: false; error: UserError } {
  if (history !== undefined && since !== undefined) {
    return { ok: false, error: { message: '--since and --history both say where the past comes from: name one' } }
  }
  if (history !== undefined) return { ok: true, value: { file: history } }
  const weeks = weeksOf(since ?? '12w')
  return weeks.ok ? { ok: true, value: { weeks: weeks.value } } : weeks
}

function refuse(io: Io, error: UserError): number {
  printError(io, error)
  return exit.failed
}
