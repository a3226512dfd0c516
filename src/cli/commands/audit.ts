import { type ReporterId, reporters } from '../../reporters/index.js'
import type { ReporterContext } from '../../reporters/reporter.js'
import { audited } from '../audited.js'
import { baselined } from '../baselined.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { emptySide, verdictOf } from '../gate.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { colorOf, widthOf } from '../terminal.js'
import type { Tool } from '../tool.js'

const formats = Object.keys(reporters).filter((id): id is ReporterId => Object.hasOwn(reporters, id))

/** Audits, writes every report that was asked for, and answers with the exit code. */
export function audit(flags: Flags, io: Io, tool: Tool): Promise<number> {
  return audited(flags, io, tool, ({ report: found, all, routes, faults, settings, readSource }) => {
    const empty = emptySide(all, routes)
    if (empty !== null) {
      printError(io, { message: empty })
      return exit.failed
    }
    const place = { root: io.cwd, file: settings.baseline, today: io.today }
    const known = baselined(found, all, place)
    if (!known.ok) {
      printError(io, known.error)
      return exit.failed
    }
    const { report } = known.value
    const outputs = parseOutputs(settings.format, formats)
    const mistakes = outputs.ok
      ? outputs.value.map(({ format, file }) =>
          writeOutput(io, file, reporters[format](report, { ...contextOf(flags, io, file !== null), readSource })),
        )
      : [outputs.error]
    const verdict = verdictOf(report, settings, faults)
    const [mistake] = mistakes.filter((error) => error !== null)
    if (mistake) printError(io, mistake)
    if (verdict.reason !== undefined) printError(io, { message: verdict.reason })
    for (const fault of known.value.faults) printError(io, fault)
    if (mistake) return exit.failed
    return verdict.code === exit.clean && known.value.faults.length > 0 ? exit.drift : verdict.code
  })
}

function contextOf(flags: Flags, io: Io, toFile: boolean): Omit<ReporterContext, 'readSource'> {
  return {
    color: toFile ? flags.color === true : colorOf(io.out, io.env, flags.color),
    width: toFile ? 100 : widthOf(io.out),
  }
}
