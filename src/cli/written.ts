import type { Report } from '../model/report.js'
import { reporters } from '../reporters/index.js'
import type { ReporterContext } from '../reporters/reporter.js'
import { folderInCheckout } from './checkout.js'
import type { Flags } from './flags.js'
import type { FormatId } from './formats.js'
import type { Io } from './io.js'
import { appendSummary } from './job-summary.js'
import { printError } from './messages.js'
import { type Output, writeOutput } from './outputs.js'
import { colorOf, widthOf } from './terminal.js'

/** What is written of a run, beside how it looks. */
interface Written extends Pick<ReporterContext, 'readSource' | 'rules' | 'changed' | 'faults'> {
  readonly report: Report
  readonly blob: string
}

/** GitHub drops a summary of more than 1,024 KiB whole; a character takes at most three bytes. */
const longestSummary = 300_000

/** Writes every output that was asked for; whether all of them could be, and the first mistake is printed. */
export function written(
  outputs: readonly Output<FormatId>[],
  { report, blob, ...told }: Written,
  flags: Pick<Flags, 'color'>,
  io: Io,
): boolean {
  const mistakes = outputs.map(({ format, file }) => {
    if (format === 'blob') return writeOutput(io, file, blob)
    const color = file === null ? colorOf(io.out, io.env, flags.color) : flags.color === true
    const looks = { color, width: file === null ? widthOf(io.out) : 100, folder: folderInCheckout(io) }
    const context: ReporterContext = { ...looks, ...told }
    const mistake = writeOutput(io, file, reporters[format](report, context))
    if (mistake !== null || format !== 'github') return mistake
    return appendSummary(io, reporters.markdown(report, { ...context, longest: longestSummary }))
  })
  const [mistake] = mistakes.filter((error) => error !== null)
  if (mistake) printError(io, mistake)
  return mistake === undefined
}
