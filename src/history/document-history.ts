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

/** What the documents of one API tell of their past. */
export interface DocumentsPast {
  readonly history: ChangeHistory
  /** The commits that changed the contract of an endpoint. */
  readonly commits: ReadonlySet<string>
  /** When the first of the documents came, in seconds since 1970. */
  readonly since: number
}

/**
 * How often the contract of each endpoint changed, as the history of the documents tells.
 * In: the project's root; the documents, relative to it; the version of the tool, where what was read may be kept for it.
 * Where nothing of any can be watched, the error says why.
 */
export async function documentsPast(
  root: string,
  documents: readonly string[],
  version?: string,
): Promise<Result<DocumentsPast, string>> {
  const all: Result<Timeline, string>[] = []
  for (const document of documents) all.push(await documentTimeline(root, document, version))
  const known = all.flatMap((timeline) => (timeline.ok ? [timeline.value] : []))
  const failed = all.find((timeline) => !timeline.ok)
  if (known.length === 0) return { ok: false, error: failed?.ok === false ? failed.error : 'there is no document' }
  const revisions = known.flatMap((timeline) => timeline.revisions)
  return {
    ok: true,
    value: {
      history: together(known.map((timeline) => countChanges(timeline.revisions, { until: timeline.end }))),
      commits: new Set(revisions.filter(({ changes }) => changes.length > 0).map(({ commit }) => commit)),
      since: revisions.reduce((first, { time }) => Math.min(first, time), Number.POSITIVE_INFINITY),
    },
  }
}

const together = (known: readonly ChangeHistory[]): ChangeHistory => ({
  endpoints: new Map(known.flatMap(({ endpoints }) => [...endpoints])),
  changes: known.reduce((sum, { changes }) => sum + changes, 0),
  months: known.reduce((sum, { months }) => sum + months, 0),
  touched: known.flatMap(({ touched }) => touched),
})

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
