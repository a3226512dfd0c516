import type { Commit } from '../git/first-parents.js'
import type { TrendGap } from '../model/weekly.js'
import type { Auditor } from './auditor.js'
import { momentOf } from './moment.js'
import type { Past } from './weekly.js'

export interface PastAudits {
  readonly past: readonly Past[]
  readonly gaps: readonly TrendGap[]
}

/** Audits these commits; one that cannot be audited is a gap, with its reason. */
export async function pastOf(
  commits: readonly Commit[],
  auditor: Auditor,
  onProgress?: (step: string) => void,
): Promise<PastAudits> {
  const past: Past[] = []
  const gaps: TrendGap[] = []
  for (const commit of commits) {
    const moment = momentOf(commit)
    onProgress?.(`auditing the week of ${moment.date}`)
    const record = await auditor.record(commit.commit)
    if (record.ok) past.push({ ...moment, record: record.value })
    else gaps.push({ ...moment, reason: record.error })
  }
  return { past, gaps }
}
