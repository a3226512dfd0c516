import type { Layer, Settings } from '../config/config.js'
import { findMoments } from '../gate/find-moments.js'
import type { Moments } from '../gate/moments.js'
import type { AuditResult } from '../model/audit-result.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { defaultBase } from './default-base.js'
import { exit } from './exit.js'
import type { Flags } from './flags.js'
import { heldAgainst } from './held-against.js'
import type { Io } from './io.js'
import { printError, printFaults, printNotices } from './messages.js'
import { prepare } from './prepare.js'
import { printedConfig } from './printed-config.js'
import type { Chosen } from './projects/chosen.js'
import { inMoment } from './projects/in-moment.js'
import { sourceReader } from './sources.js'
import type { Tool } from './tool.js'

/** What an audit hands on to the command that asked for it. */
export interface Audit extends Extract<AuditResult, { ok: true }> {
  /** What is told: all that was found, or only what is new. */
  readonly report: Report
  /** All that was found. */
  readonly all: Report
  readonly settings: Settings
  /** Where the configuration lists several projects: those that were audited. */
  readonly chosen?: Chosen
  readonly readSource: (file: string) => string | undefined
  /** The files that differ from the moment before, where there is one. */
  readonly changed?: ReadonlySet<string>
}

/** What the command line does not say. */
interface Asked {
  /** A configuration that stands in for a file. */
  readonly draft?: Layer
  /** What comes of a run that no project falls to; an error where absent. */
  readonly idle?: (settings: Settings, chosen: Chosen) => number | Promise<number>
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
  { draft, idle }: Asked = {},
): Promise<number> {
  const refuse = (error: UserError): number => {
    io.progress.stop()
    printError(io, error)
    return exit.failed
  }
  const prepared = await prepare(flags, io, tool, draft)
  if (!prepared.ok) return refuse(prepared.error)
  const { settings, chosen } = prepared.value
  if (flags.printConfig) {
    io.out.write(printedConfig(prepared.value.layers, chosen))
    return exit.clean
  }
  const { shard, named = [] } = chosen ?? {}
  if (chosen?.projects.length === 0 && shard && idle) {
    printNotices(io, [`shard ${shard.index}/${shard.of} has no project: there are ${named.length}`])
    return idle(settings, chosen)
  }
  const moments = await momentsOf(flags, io)
  if (!moments.ok) return refuse(moments.error)
  const { now, changed } = moments.value
  const { options, notices } = inMoment(prepared.value.options, chosen, now)
  const result = await tool.audit(options)
  if (!result.ok) return refuse(result.error)
  const held = await heldAgainst(result.report, moments.value, options, tool).finally(() => io.progress.stop())
  const said = [...moments.value.notices, ...notices, ...held.notices, ...result.notices]
  printNotices(io, said)
  printFaults(io, result.faults ?? [])
  const { routes, faults, unread } = result
  return next({
    ok: true,
    routes,
    notices: said,
    ...(faults === undefined ? {} : { faults }),
    ...(unread === undefined ? {} : { unread }),
    // Out of memory they are made when they are asked for, which few commands do.
    get details() {
      return result.details
    },
    report: held.report,
    all: result.report,
    settings,
    readSource: sourceReader(io.cwd, now),
    ...(changed === undefined ? {} : { changed }),
    ...(chosen === undefined ? {} : { chosen }),
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
