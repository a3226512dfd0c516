import type { Outcome } from '../../config/config.js'
import { firstParentsOf } from '../../git/first-parents.js'
import { openRepository } from '../../git/open.js'
import { changedFiles, commitOf } from '../../git/revisions.js'
import type { AuditResult } from '../../model/audit-result.js'
import type { AuditOptions } from '../../model/options.js'
import type { Snapshot } from '../../model/snapshot.js'
import type { Weekly } from '../../model/weekly.js'
import { auditorOf } from '../../trend/auditor.js'
import { openCache } from '../../trend/cache.js'
import { historyText, withRecord } from '../../trend/history-text.js'
import { momentOf } from '../../trend/moment.js'
import { type PastAudits, pastOf } from '../../trend/past.js'
import { recordOf } from '../../trend/record.js'
import { weeklyOf } from '../../trend/weekly.js'
import { lastOfWeeks } from '../../trend/weeks.js'
import { emptySide } from '../gate.js'
import type { Tool } from '../tool.js'
import { writeWhole } from '../write-whole.js'
import { readHistory } from './history-file.js'

/** Where the past comes from: one commit a week, or a file of records. */
export type PastSource = { readonly weeks: number } | { readonly file: string }

export interface WeeklyAudit {
  readonly result: Extract<AuditResult, { ok: true }>
  readonly weekly: Weekly
  readonly snapshot: Snapshot
  readonly notices: readonly string[]
}

/** Audits the last commit and holds it against the past; a file of records gets one more. In: the folder that runs keep things in. */
export async function auditSeries(
  options: AuditOptions,
  tool: Tool,
  source: PastSource,
  folder?: string,
): Promise<Outcome<WeeklyAudit>> {
  const { root, onProgress } = options
  const repository = await openRepository(root)
  if (!repository.ok) return repository
  const head = await commitOf(repository.value, 'HEAD')
  if (!head.ok) return { ok: false, error: { message: 'the repository has no commit yet' } }
  const commits = await firstParentsOf(repository.value, head.value)
  if (!commits.ok) return commits
  const newest = commits.value.at(-1)
  if (newest === undefined) return { ok: false, error: { message: 'the repository has no commit yet' } }

  const auditor = auditorOf({
    repository: repository.value,
    options,
    version: tool.version,
    cache: openCache(folder),
    audit: tool.audit,
  })
  const snapshot = await auditor.snapshot(head.value, `HEAD (${head.value.slice(0, 7)})`)
  if (!snapshot.ok) return snapshot
  const history: AuditOptions['history'] = async (documents, served) =>
    (await import('../../history/history.js')).historyOf(
      root,
      documents,
      served,
      folder === undefined ? undefined : tool.version,
    )
  const result = await tool.audit({ ...options, snapshot: snapshot.value, history })
  if (!result.ok) return result
  const empty = emptySide(result.report, result.routes)
  if (empty !== null) return { ok: false, error: { message: empty } }
  const record = recordOf(result.report)
  await auditor.keep(head.value, record)

  const records = 'file' in source ? readHistory(root, source.file) : undefined
  if (records?.ok === false) return records
  const past: PastAudits =
    'weeks' in source
      ? await pastOf(lastOfWeeks(commits.value, source.weeks).slice(0, -1), auditor, onProgress)
      : { past: (records?.value ?? []).filter(({ commit }) => commit !== head.value).map(dated), gaps: [] }
  const series = { repository: repository.value, auditor, commits: commits.value, ...past, report: result.report }
  const weekly = await weeklyOf({ ...series, onProgress })
  if (weekly === undefined) return { ok: false, error: { message: 'the repository has no commit yet' } }
  const notices = await noticesOf(repository.value, result.notices)
  if ('file' in source) {
    const dated = { version: 1, ...momentOf(newest), ...record } as const
    const mistake = writeWhole(root, source.file, historyText(withRecord(records?.value ?? [], dated)))
    if (mistake !== null) return { ok: false, error: mistake }
  }
  return { ok: true, value: { result, weekly, snapshot: snapshot.value, notices } }
}

const dated = ({ commit, date, figures, findings }: { commit: string; date: string } & Past['record']): Past => ({
  commit,
  date,
  record: { figures, findings },
})

type Past = PastAudits['past'][number]

async function noticesOf(
  repository: Parameters<typeof changedFiles>[0],
  notices: readonly string[],
): Promise<readonly string[]> {
  const changed = await changedFiles(repository)
  return [
    ...(repository.shallow ? ['this clone is shallow: the trend begins where it was cut off (fetch-depth: 0)'] : []),
    ...(changed > 0 ? ['there are changes that are not committed; the report is of the last commit'] : []),
    ...notices,
  ]
}
