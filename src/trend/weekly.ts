import type { Commit } from '../git/first-parents.js'
import type { Repository } from '../git/repository.js'
import type { Report } from '../model/report.js'
import type { AuditRecord, Moment, TrendGap, TrendPoint, Weekly } from '../model/weekly.js'
import { agesOf } from './ages.js'
import type { Auditor } from './auditor.js'
import { broughtBy } from './brought.js'
import { ownersAt } from './codeowners-file.js'
import { deltaOf } from './delta.js'
import { momentOf } from './moment.js'
import { originsOf } from './origins.js'
import { sharesOf } from './owners.js'
import { recordOf } from './record.js'

/** An audit of the past, and when it was. */
export interface Past extends Moment {
  readonly record: AuditRecord
}

export interface Series {
  readonly repository: Repository
  readonly auditor: Auditor
  /** The branch, oldest first; the last commit is the report's own. */
  readonly commits: readonly Commit[]
  /** Audits before the report's own, oldest first. */
  readonly past: readonly Past[]
  readonly gaps: readonly TrendGap[]
  readonly report: Report
  readonly onProgress?: ((step: string) => void) | undefined
}

/** Beyond this the halving stops: the findings that are left are told by the week that brought them. */
const mostHalvings = 60

/** What a series of audits adds to the report of its last commit. */
export async function weeklyOf(series: Series): Promise<Weekly | undefined> {
  const { commits, past, report, auditor, repository } = series
  const newest = commits.at(-1)
  if (newest === undefined) return undefined
  const now = { ...momentOf(newest), record: recordOf(report) }
  const all = [...past, now]
  const places = new Map(commits.map(({ commit }, index) => [commit, index]))
  const watched = all.flatMap(({ commit, record }) => {
    const index = places.get(commit)
    return index === undefined ? [] : [{ index, ids: new Set(record.findings.map(({ id }) => id)) }]
  })
  series.onProgress?.('looking for the commits that brought the drift')
  const from = auditor.runs()
  const origins = await originsOf({
    commits,
    whole: !repository.shallow,
    watched,
    record: auditor.record,
    mayGoOn: () => auditor.runs() - from < mostHalvings,
  })
  const owners = await ownersAt(repository, newest.commit)
  const before = past.at(-1)
  return {
    now: momentOf(newest),
    before: before === undefined ? null : { commit: before.commit, date: before.date },
    ...deltaOf(before?.record.findings, now.record.findings),
    points: all.map(pointOf),
    gaps: series.gaps,
    origins,
    brought: broughtBy(origins, report.findings),
    ages: agesOf(origins, report.findings),
    ...(owners === undefined ? {} : { owners: sharesOf(report.findings, owners, repository.prefix) }),
  }
}

const pointOf = ({ commit, date, record }: Past): TrendPoint => ({ commit, date, ...record.figures })
