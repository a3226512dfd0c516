import { discoverConfig } from '../../config/discover.js'
import { suggestIgnores } from '../../config/suggest-ignores.js'
import { placeOf } from '../../gate/place.js'
import type { UserError } from '../../model/user-error.js'
import { type Audit, audited } from '../audited.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { emptySide } from '../gate.js'
import type { Found } from '../init/draft.js'
import { offer } from '../init/offer.js'
import { workspacePairs } from '../init/workspace.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import type { Tool } from '../tool.js'

/** Sets the tool up in a project: shows the files that it would write, and writes those that are agreed to. */
export async function init(flags: Flags, io: Io, tool: Tool): Promise<number> {
  const [configured] = discoverConfig(io.cwd)
  if (configured !== undefined) {
    const hint = 'Delete it to start over, or edit it: tattletype schema config prints what it may say.'
    return refuse(io, { file: configured, message: 'this project has a configuration already', hint })
  }
  const place = await placeOf(io.cwd)
  if (place.ok && place.value.conflicted) {
    return refuse(io, {
      message: 'a merge has left conflicts: solve them first, or what init finds here is half of each',
    })
  }
  const pairs = await workspacePairs(flags, io, tool)
  const asked = pairs.length < 2 ? {} : { draft: { from: 'init', values: { projects: pairs } } }
  const concluded = async (first: Audit) => {
    const empty = emptySide(first.all, first.routes)
    if (empty !== null) return refuse(io, { message: empty })
    const spare = suggestIgnores(first.all.endpoints.filter(({ state }) => state === 'undocumented'))
    const ignore = spare.map(({ pattern }) => pattern)
    const found = (audit: Audit): Found => ({
      root: io.cwd,
      audit,
      ignore,
      ...(place.ok ? { place: place.value } : {}),
    })
    if (ignore.length === 0) return offer(found(first), flags, io)
    const narrowed = { ...flags, ignore: [...(flags.ignore ?? []), ...ignore] }
    // The baseline must not know what the configuration leaves out, or its first run would call that stale.
    return audited(narrowed, io, tool, (audit) => offer({ ...found(audit), ignore: [] }, flags, io), asked)
  }
  return audited(flags, io, tool, concluded, asked)
}

function refuse(io: Io, error: UserError): number {
  printError(io, error)
  return exit.failed
}
