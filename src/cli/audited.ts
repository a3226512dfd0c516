import type { Settings } from '../config/config.js'
import { originsOf } from '../config/resolve.js'
import type { AuditResult } from '../model/audit-result.js'
import { exit } from './exit.js'
import type { Flags } from './flags.js'
import type { Io } from './io.js'
import { printError, printFaults, printNotices } from './messages.js'
import { defaults, prepare } from './prepare.js'
import type { Tool } from './tool.js'

type Audited = Extract<AuditResult, { ok: true }>

/**
 * Runs an audit as the flags and the configuration say and hands it on; mistakes are printed and end the command. With
 * `--print-config` the settings are printed instead.
 */
export async function audited(
  flags: Flags,
  io: Io,
  tool: Tool,
  next: (result: Audited, settings: Settings) => number,
): Promise<number> {
  const prepared = await prepare(flags, io, tool)
  if (!prepared.ok) {
    printError(io, prepared.error)
    return exit.failed
  }
  const { settings, layers, options } = prepared.value
  if (flags.printConfig) {
    io.out.write(`${JSON.stringify(originsOf(defaults, layers), null, 2)}\n`)
    return exit.clean
  }
  const result = await tool.audit(options).finally(() => io.progress.stop())
  if (!result.ok) {
    printError(io, result.error)
    return exit.failed
  }
  printNotices(io, result.notices)
  printFaults(io, result.faults ?? [])
  return next(result, settings)
}
