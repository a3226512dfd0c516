import { judgeBaseline } from '../gate/baseline.js'
import { onlyNew } from '../gate/only-new.js'
import { stagedText } from '../git/staged.js'
import type { BaselineEntry, OverBaseline } from '../model/baseline.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { defaultBaseline, readBaseline } from './baseline-file.js'

/** A report without the findings that the baseline knows, and what is wrong with the baseline itself. */
export interface Baselined {
  readonly report: Report
  readonly over: OverBaseline
}

interface BaselineRequest {
  readonly root: string
  /** The file that the settings name. */
  readonly file: string | undefined
  readonly today: string
  /** Whether the file counts as it is staged, and not as it lies in the work tree. */
  readonly staged: boolean
  /** Whether an entry is of what was audited: nothing can be said of the others. */
  readonly isOurs: (entry: BaselineEntry) => boolean
}

/**
 * Takes the known findings out of a report.
 * In: the report as far as it is told, and all that was found.
 */
export async function baselined(
  report: Report,
  all: Report,
  { root, file, today, staged, isOurs }: BaselineRequest,
): Promise<Result<Baselined, UserError>> {
  const held = staged ? await stagedText(root, file ?? defaultBaseline) : undefined
  const baseline = readBaseline(root, file, held)
  if (!baseline.ok) return baseline
  if (!baseline.value.exists) {
    if (file === undefined)
      return { ok: true, value: { report, over: { file: defaultBaseline, stale: [], expired: [] } } }
    const hint = `Write it with tattletype baseline write${staged ? ', and stage it' : ''}.`
    return { ok: false, error: { file, message: 'there is no such baseline', hint } }
  }
  const placed = baseline.value.entries.map((entry, place) => ({ ...entry, place }))
  const { known, stale, expired } = judgeBaseline(placed.filter(isOurs), all, today)
  return {
    ok: true,
    value: {
      report: onlyNew(report, { name: 'the baseline', ids: known, mended: 0 }),
      over: { file: baseline.value.file, stale, expired },
    },
  }
}

/** What to print of a baseline that has entries which are over; each line fails the run. */
export const overFaults = ({ file, stale, expired }: OverBaseline): readonly UserError[] => [
  ...fault(file, stale, () => 'mended or gone', 'Drop what is over with tattletype baseline prune.'),
  ...fault(file, expired, pastItsDay, 'Mend it, or give it another day and say why.'),
]

function fault(
  file: string,
  [first, ...others]: readonly BaselineEntry[],
  state: (entry: BaselineEntry) => string,
  hint: string,
): UserError[] {
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return [{ file, message: `${first.rule} at ${first.at} is ${state(first)}${more}`, hint }]
}

function pastItsDay({ expires, owner, reason }: BaselineEntry): string {
  const said = [expires, owner, reason].filter((word) => word !== undefined)
  return `past its day (${said.join(', ')})`
}
