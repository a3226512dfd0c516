import type { Report } from '../../model/report.js'
import type { UserError } from '../../model/user-error.js'
import { type ReporterId, reporters } from '../../reporters/index.js'
import type { ReporterContext } from '../../reporters/reporter.js'
import { type Audit, audited } from '../audited.js'
import { baselined } from '../baselined.js'
import { folderInCheckout } from '../checkout.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { emptySide, verdictOf } from '../gate.js'
import type { Io } from '../io.js'
import { appendSummary } from '../job-summary.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { isOurs } from '../projects/is-ours.js'
import { colorOf, widthOf } from '../terminal.js'
import type { Tool } from '../tool.js'

const formats = Object.keys(reporters).filter((id): id is ReporterId => Object.hasOwn(reporters, id))

/** Audits, writes every report that was asked for, and answers with the exit code. */
export function audit(flags: Flags, io: Io, tool: Tool): Promise<number> {
  return audited(flags, io, tool, (result) => {
    const { all, routes, faults, settings, chosen } = result
    const empty = emptySide(all, routes)
    if (empty !== null) {
      printError(io, { message: empty })
      return exit.failed
    }
    const { baseline: file } = settings
    const known = baselined(result.report, all, { root: io.cwd, file, today: io.today, isOurs: isOurs(chosen) })
    if (!known.ok) {
      printError(io, known.error)
      return exit.failed
    }
    const { report, faults: over } = known.value
    const verdict = verdictOf(report, { settings, ...chosen }, faults)
    const beside = [...verdict.reasons.map((message) => ({ message })), ...over]
    const written = writeReports(report, result, beside, flags, io, tool)
    for (const fault of beside) printError(io, fault)
    if (!written) return exit.failed
    return verdict.code === exit.clean && over.length > 0 ? exit.drift : verdict.code
  })
}

/** GitHub drops a summary of more than 1,024 KiB whole; a character takes at most three bytes. */
const longestSummary = 300_000

/** Whether all of them could be written; the first mistake is printed. `faults` fail the run beside the findings. */
function writeReports(
  report: Report,
  { settings, readSource, changed }: Audit,
  faults: readonly UserError[],
  flags: Flags,
  io: Io,
  tool: Tool,
): boolean {
  const outputs = parseOutputs(settings.format, formats)
  const mistakes = outputs.ok
    ? outputs.value.map(({ format, file }) => {
        const looks = { color: colorFor(file, flags, io), width: file === null ? widthOf(io.out) : 100 }
        const known = { readSource, rules: tool.rules, folder: folderInCheckout(io), faults }
        const context: ReporterContext = { ...looks, ...known, ...(changed ? { changed } : {}) }
        const mistake = writeOutput(io, file, reporters[format](report, context))
        if (mistake !== null || format !== 'github') return mistake
        return appendSummary(io, reporters.markdown(report, { ...context, longest: longestSummary }))
      })
    : [outputs.error]
  const [mistake] = mistakes.filter((error) => error !== null)
  if (mistake) printError(io, mistake)
  return mistake === undefined
}

const colorFor = (file: string | null, flags: Flags, io: Io): boolean =>
  file === null ? colorOf(io.out, io.env, flags.color) : flags.color === true
