import { nothingWatched } from '../cost/history.js'
import { readBlobs } from '../git/blobs.js'
import { type FileChange, logOfFile } from '../git/file-log.js'
import { openRepository } from '../git/open.js'
import { timeOfHead } from '../git/revisions.js'
import type { ChangeHistory } from '../model/cost.js'
import type { Result } from '../model/result.js'
import { readUnjudged } from '../openapi/read.js'
import { countChanges } from './count.js'
import { type Form, formOf } from './form.js'
import type { Revision, Timeline } from './timeline.js'

/**
 * How often the contract of each endpoint changed, as the history of the document tells.
 * In: the project's root and the document, relative to it. Where nothing can be watched, the answer says why.
 */
export async function documentHistory(root: string, document: string): Promise<ChangeHistory> {
  const timeline = await documentTimeline(root, document)
  if (!timeline.ok) return nothingWatched(timeline.error)
  return countChanges(timeline.value.revisions, { until: timeline.value.end })
}

/**
 * The contract of a document through its history. Parts that a document takes from other files by `$ref` are not followed into
 * the past: a change in them is not seen.
 */
export async function documentTimeline(root: string, document: string): Promise<Result<Timeline, string>> {
  const failure = (error: string) => ({ ok: false, error }) as const
  const repository = await openRepository(root)
  if (!repository.ok) return failure(repository.error.message)
  if (repository.value.shallow) return failure('this clone is shallow: its history was cut off')
  const log = await logOfFile(repository.value, document)
  if (!log.ok) return failure(log.error.message)
  if (log.value.length === 0) return failure(`git has no history of ${document}`)
  const end = await timeOfHead(repository.value)
  if (!end.ok) return failure(end.error.message)
  const blobs = log.value.flatMap(({ before, after }) => [before, after].filter((blob) => blob !== undefined))
  const texts = await readBlobs(repository.value, blobs, new Map())
  if (!texts.ok) return failure(texts.error.message)
  const forms = new Map<string, Form>()
  for (const [blob, text] of texts.value) {
    const form = await formOfText(text, document, root)
    if (form !== undefined) forms.set(blob, form)
  }
  return { ok: true, value: { revisions: revisionsOf(log.value, forms), end: end.value } }
}

/** The same of several documents that together describe one API. */
export async function documentsHistory(root: string, documents: readonly string[]): Promise<ChangeHistory> {
  const all: ChangeHistory[] = []
  for (const document of documents) all.push(await documentHistory(root, document))
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

/** Nothing for a text that is no document: one that was broken for a commit or two is passed over. */
async function formOfText(text: string, document: string, root: string): Promise<Form | undefined> {
  const snapshot = { name: 'the history', files: new Map([[document, text]]) }
  const contract = await readUnjudged(document, { root, allowRemote: false, snapshot })
  return contract.ok ? formOf(contract.value) : undefined
}

function revisionsOf(log: readonly FileChange[], forms: ReadonlyMap<string, Form>): readonly Revision[] {
  return log.flatMap(({ commit, time, before, after }): readonly Revision[] => {
    const now = after === undefined ? nothing : forms.get(after)
    const earlier = before === undefined ? undefined : forms.get(before)
    if (now === undefined) return []
    return [{ commit, time, after: now, ...(earlier === undefined ? {} : { before: earlier }) }]
  })
}

const nothing: Form = { endpoints: {}, schemas: {} }
