import { entriesOf, judgeBaseline } from '../../gate/baseline.js'
import { baselineText } from '../../gate/baseline-text.js'
import type { BaselineEntry } from '../../model/baseline.js'
import type { Report } from '../../model/report.js'
import { count } from '../../reporters/pretty/words.js'
import { audited } from '../audited.js'
import type { BaselineAction } from '../baseline-actions.js'
import { type Baseline, readBaseline } from '../baseline-file.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { emptySide } from '../gate.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { isOurs } from '../projects/is-ours.js'
import type { Tool } from '../tool.js'
import { writeWhole } from '../write-whole.js'

/** Writes, updates or prunes the file of known findings. */
export function baseline(action: BaselineAction, flags: Flags, io: Io, tool: Tool): Promise<number> {
  return audited(flags, io, tool, ({ all, routes, settings, chosen }) => {
    const empty = emptySide(all, routes)
    if (empty !== null) return refuse(io, { message: `${empty}; the baseline is left as it is` })
    const before = readBaseline(io.cwd, settings.baseline)
    if (!before.ok) return refuse(io, before.error)
    const { file, entries, exists } = before.value
    if (action === 'write' && exists) {
      const hint =
        'To accept what is new, run tattletype baseline update; to drop what was mended, tattletype baseline prune.'
      return refuse(io, { message: 'there is a baseline already', file, hint })
    }
    if (action === 'prune' && !exists) return refuse(io, { message: 'there is no baseline', file })
    const mine = isOurs(chosen)
    const [own, others] = [entries.filter(mine), entries.filter((entry) => !mine(entry))]
    const after = [...(action === 'prune' ? standing(own, all, io.today) : entriesOf(all, own)), ...others]
    const mistake = writeWhole(io.cwd, file, baselineText(after))
    if (mistake !== null) return refuse(io, mistake)
    io.out.write(`${file}: ${told(before.value, after)}\n`)
    return exit.clean
  })
}

function standing(entries: readonly BaselineEntry[], report: Report, today: string): readonly BaselineEntry[] {
  const { known } = judgeBaseline(entries, report, today)
  return entries.filter(({ id }) => known.has(id))
}

function told({ entries }: Baseline, after: readonly BaselineEntry[]): string {
  const ids = (list: readonly BaselineEntry[]) => new Set(list.map(({ id }) => id))
  const [old, now] = [ids(entries), ids(after)]
  const added = after.filter(({ id }) => !old.has(id)).length
  const dropped = entries.filter(({ id }) => !now.has(id)).length
  const changes = [...(added > 0 ? [`${added} added`] : []), ...(dropped > 0 ? [`${dropped} dropped`] : [])]
  return `${count(after.length, 'known finding')}${changes.length > 0 ? ` (${changes.join(', ')})` : ', nothing changed'}`
}

function refuse(io: Io, error: Parameters<typeof printError>[1]): number {
  printError(io, error)
  return exit.failed
}
