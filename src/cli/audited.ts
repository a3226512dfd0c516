import type { Settings } from '../config/config.js'
import { originsOf } from '../config/resolve.js'
import { findMoments } from '../gate/find-moments.js'
import type { Moments } from '../gate/moments.js'
import type { AuditResult } from '../model/audit-result.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { exit } from './exit.js'
import type { Flags } from './flags.js'
import { heldAgainst } from './held-against.js'
import type { Io } from './io.js'
import { printError, printFaults, printNotices } from './messages.js'
import { defaults, prepare } from './prepare.js'
import { sourceReader } from './sources.js'
import type { Tool } from './tool.js'

/** What an audit hands on to the command that asked for it. */
export interface Audit extends Extract<AuditResult, { ok: true }> {
  /** What is told: all that was found, or only what is new. */
  readonly report: Report
  /** All that was found. */
  readonly all: Report
  readonly settings: Settings
  readonly readSource: (file: string) => string | undefined
  /** The files that differ from the moment before, where there is one. */
  readonly changed?: ReadonlySet<string>
}

/**
 * Runs an audit as the flags and the configuration say and hands it on; mistakes are printed and end the command. With
 * `--print-config` the settings are printed instead.
 */
export async function audited(
  flags: Flags,
  io: Io,
  tool: Tool,
  next: (audit: Audit) => number | Promise<number>,
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
  const moments = await momentsOf(flags, io)
  if (!moments.ok) {
    printError(io, moments.error)
    return exit.failed
  }
  const { now, changed } = moments.value
  const result = await tool.audit(now === undefined ? options : { ...options, snapshot: now })
  if (!result.ok) {
    io.progress.stop()
    printError(io, result.error)
    return exit.failed
  }
  const held = await heldAgainst(result.report, moments.value, options, tool).finally(() => io.progress.stop())
  printNotices(io, [...moments.value.notices, ...held.notices, ...result.notices])
  printFaults(io, result.faults ?? [])
  return next({
    ...result,
    report: held.report,
    all: result.report,
    settings,
    readSource: sourceReader(io.cwd, now),
    ...(changed === undefined ? {} : { changed }),
  })
}

/** The work tree alone, unless a flag asks for git. */
async function momentsOf({ staged, base }: Flags, { cwd, env }: Io): Promise<Result<Moments, UserError>> {
  if (!staged && base === undefined) return { ok: true, value: { notices: [] } }
  if (base === undefined) return findMoments(cwd, { staged: true })
  const revision = base === true ? defaultBase(env) : base
  if (revision !== undefined) return findMoments(cwd, { staged: staged === true, base: revision })
  const hint = 'Outside of a pull request, name a branch: --base origin/main.'
  return { ok: false, error: { message: '--base names no revision, and the environment gives none', hint } }
}

/** Where the change that is being built will land, as the build servers tell. */
function defaultBase(env: Io['env']): string | undefined {
  if (env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`
  return env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined
}
