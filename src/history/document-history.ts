import { nothingWatched } from '../cost/history.js'
import { openRepository } from '../git/open.js'
import { timeOfHead } from '../git/revisions.js'
import type { ChangeHistory } from '../model/cost.js'
import type { Result } from '../model/result.js'
import { countChanges } from './count.js'
import { referencesIn } from './references.js'
import { stepsOf } from './steps.js'
import { openStore } from './store.js'
import type { Timeline } from './timeline.js'
import { versionsOf } from './versions.js'

/**
 * How often the contract of each endpoint changed, as the history of the document tells.
 * In: the project's root; the document, relative to it; the version of the tool, where what was read may be kept for it. Where
 * nothing can be watched, the answer says why.
 */
export async function documentHistory(root: string, document: string, version?: string): Promise<ChangeHistory> {
  const timeline = await documentTimeline(root, document, version)
  if (!timeline.ok) return nothingWatched(timeline.error)
  return countChanges(timeline.value.revisions, { until: timeline.value.end })
}

/** The same of several documents that together describe one API. */
export async function documentsHistory(
  root: string,
  documents: readonly string[],
  version?: string,
): Promise<ChangeHistory> {
  const all: ChangeHistory[] = []
  for (const document of documents) all.push(await documentHistory(root, document, version))
  const known = all.filter(({ unknown }) => unknown === undefined)
  const [only, ...others] = known
  if (only === undefined) return all[0] ?? nothingWatched('there is no document')
  if (others.length === 0) return only
  return {
    endpoints: new Map(known.flatMap(({ endpoints }) => [...endpoints])),
    changes: known.reduce((sum, { changes }) => sum + changes, 0),
    months: known.reduce((sum, { months }) => sum + months, 0),
    touched: known.flatMap(({ touched }) => touched),
  }
}

/** The contract of a document through its history, with the files that it takes its parts from; the error says why it is unknown. */
export async function documentTimeline(
  root: string,
  document: string,
  version?: string,
): Promise<Result<Timeline, string>> {
  const failure = (error: string) => ({ ok: false, error }) as const
  const repository = await openRepository(root)
  if (!repository.ok) return failure(repository.error.message)
  if (repository.value.shallow) return failure('this clone is shallow: its history was cut off')
  const end = await timeOfHead(repository.value)
  if (!end.ok) return failure(end.error.message)
  const store = openStore(root, document, version)
  const commits = await versionsOf(repository.value, document, referencesIn(repository.value, store))
  if (!commits.ok) return failure(commits.error.message)
  if (commits.value.length === 0) return failure(`git has no history of ${document}`)
  const revisions = await stepsOf(repository.value, commits.value, store)
  if (!revisions.ok) return failure(revisions.error.message)
  return { ok: true, value: { revisions: revisions.value, end: end.value } }
}
