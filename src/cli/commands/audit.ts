import type { Settings } from '../../config/config.js'
import type { UserError } from '../../model/user-error.js'
import { type Audit, audited } from '../audited.js'
import { baselined } from '../baselined.js'
import { blobOf, idleBlob } from '../blob-of.js'
import { endingOf } from '../ending.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { formatIds } from '../formats.js'
import { emptySide } from '../gate.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import type { Chosen } from '../projects/chosen.js'
import { isOurs } from '../projects/is-ours.js'
import type { Tool } from '../tool.js'
import { written } from '../written.js'

/** Audits, writes every report that was asked for, and answers with the exit code. */
export function audit(flags: Flags, io: Io, tool: Tool): Promise<number> {
  return audited(flags, io, tool, (result) => conclude(result, flags, io, tool), {
    idle: (settings, chosen) => idle(settings, chosen, io, tool),
  })
}

async function conclude(result: Audit, flags: Flags, io: Io, tool: Tool): Promise<number> {
  const { all, routes, faults = [], settings, chosen, readSource, changed } = result
  const refuse = (error: UserError): number => {
    printError(io, error)
    return exit.failed
  }
  const empty = emptySide(all, routes)
  if (empty !== null) return refuse({ message: empty })
  const { baseline: file } = settings
  const asked = { root: io.cwd, file, today: io.today, staged: flags.staged === true, isOurs: isOurs(chosen) }
  const known = await baselined(result.report, all, asked)
  if (!known.ok) return refuse(known.error)
  const outputs = parseOutputs(settings.format, formatIds)
  if (!outputs.ok) return refuse(outputs.error)

  const { report, over } = known.value
  const { code, mistakes } = endingOf(report, { settings, ...chosen }, faults, over, routes.unresolved)
  const wantsBlob = outputs.value.some(({ format }) => format === 'blob')
  const blob = wantsBlob ? await blobOf(result, report, over, io, tool) : ''
  const told = { report, readSource, rules: tool.rules, faults: mistakes, blob, ...(changed ? { changed } : {}) }
  const isWritten = written(outputs.value, told, flags, io)
  for (const mistake of mistakes) printError(io, mistake)
  return isWritten ? code : exit.failed
}

/** A shard that no project falls to has nothing to report, and nothing is wrong with that: only its blob is due. */
async function idle(settings: Settings, chosen: Chosen, io: Io, tool: Tool): Promise<number> {
  const outputs = parseOutputs(settings.format, formatIds)
  const blobs = outputs.ok ? outputs.value.filter(({ format }) => format === 'blob') : []
  const text = await idleBlob(settings, chosen, io, tool)
  const [mistake] = blobs.map(({ file }) => writeOutput(io, file, text)).filter((error) => error !== null)
  if (mistake) printError(io, mistake)
  return mistake ? exit.failed : exit.clean
}
