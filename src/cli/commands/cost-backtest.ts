import type { AuditOptions } from '../../model/options.js'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import { paintOf } from '../../reporters/pretty/paint.js'
import { backtestText } from '../cost/backtest-text.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { prepare } from '../prepare.js'
import { colorOf } from '../terminal.js'
import type { Tool } from '../tool.js'

/** Holds the cost model against the last months of the documents' history, which need no code beside them. */
export async function costBacktest(flags: Flags, io: Io, tool: Tool): Promise<number> {
  const refuse = (error: Parameters<typeof printError>[1]) => {
    io.progress.stop()
    printError(io, error)
    return exit.failed
  }
  const months = Number(flags.months ?? 12)
  if (!(months > 0 && months <= 600)) {
    return refuse({ message: `--months has to be a number above 0 and up to 600, not "${flags.months}"` })
  }
  const prepared = await prepare(flags, io, tool)
  if (!prepared.ok) return refuse(prepared.error)
  const documents = documentsOf(prepared.value.options)
  if (!documents.ok) return refuse(documents.error)
  const outputs = parseOutputs(flags.format ?? ['pretty'], ['pretty', 'json'])
  if (!outputs.ok) return refuse(outputs.error)
  io.progress.step('reading the history')
  const { backtestDocuments } = await import('../../history/backtest-documents.js')
  const tested = await backtestDocuments(
    io.cwd,
    documents.value,
    months,
    flags.cache === false ? undefined : tool.version,
  )
  if (!tested.ok) return refuse(tested.error)
  io.progress.stop()
  for (const { format, file } of outputs.value) {
    const paint = paintOf(file === null && colorOf(io.out, io.env, flags.color))
    const text =
      format === 'json' ? JSON.stringify(tested.value, null, 2) : backtestText(tested.value, paint).join('\n')
    const mistake = writeOutput(io, file, `${text}\n`)
    if (mistake !== null) return refuse(mistake)
  }
  return exit.clean
}

/** Each project has a history of its own, and a rate: the model is held against one. */
function documentsOf({ spec, projects }: AuditOptions): Result<AuditOptions['spec'], UserError> {
  if (projects === undefined) return { ok: true, value: spec }
  const [only, another] = projects
  const hint = 'Choose one with --project.'
  if (only === undefined || another !== undefined) {
    return { ok: false, error: { message: 'the configuration has several projects', hint } }
  }
  if (only.spec !== undefined) return { ok: true, value: only.spec }
  return { ok: false, error: { message: `the project "${only.name}" names no document`, hint: 'Name it with --spec.' } }
}
