import { createHash } from 'node:crypto'
import { type BlobTexts, readBlobs } from '../git/blobs.js'
import type { Repository } from '../git/repository.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { readUnjudged } from '../openapi/read.js'
import type { ParseText } from '../openapi/text/parse-text.js'
import { rememberingParser } from '../openapi/text/remembering.js'
import { changesBetween } from './changes.js'
import { type Form, formOf } from './form.js'
import { movesBetween } from './moves.js'
import type { Store } from './store.js'
import type { Revision, Step } from './timeline.js'
import type { Version, VersionedCommit } from './version.js'

/** Commits whose texts are held at once, and commits after which what was read is written down. */
const atOnce = 50
const saveAfter = 500

/** What each commit did to the contract; commits that left a document nobody can read, or that changed nothing, are left out. */
export async function stepsOf(
  repository: Repository,
  commits: readonly VersionedCommit[],
  store: Store,
): Promise<Result<readonly Revision[], UserError>> {
  const real = commits.filter((one) => idOf(one.before) !== idOf(one.after))
  const missing = real.filter((commit) => store.step(keyOf(commit)) === undefined)
  const forms = rememberedForms(repository.root)
  for (let start = 0; start < missing.length; start += atOnce) {
    const some = missing.slice(start, start + atOnce)
    const blobs = some.flatMap(({ before = [], after = [] }) => [...before, ...after]).map(({ blob }) => blob)
    const texts = await readBlobs(repository, blobs, new Map())
    if (!texts.ok) return texts
    for (const commit of some) store.keepStep(keyOf(commit), await stepOf(commit, (one) => forms(one, texts.value)))
    if ((start + atOnce) % saveAfter === 0) store.save()
  }
  store.save()
  const revisions = real.flatMap((commit): readonly Revision[] => {
    const step = store.step(keyOf(commit))
    return step === null || step === undefined ? [] : [{ commit: commit.commit, time: commit.time, ...step }]
  })
  return { ok: true, value: revisions }
}

const idOf = (version: Version | undefined): string =>
  (version ?? []).map(({ path, blob }) => `${blob} ${path}`).join('\n')

const keyOf = ({ before, after }: VersionedCommit): string =>
  createHash('sha256')
    .update(`${idOf(before)}\n\n${idOf(after)}`)
    .digest('base64url')
    .slice(0, 22)

type FormOf = (version: Version) => Promise<Form | null>

/** Forms are large, and a commit mostly begins where the one before it ended. */
const formsHeld = 4

/** Tells the form of a version; null for a text that is no document: one that was broken for a commit or two is passed over. */
function rememberedForms(root: string): (version: Version, texts: BlobTexts) => Promise<Form | null> {
  const parse = rememberingParser()
  const known = new Map<string, Form | null>()
  return async (version, texts) => {
    const id = idOf(version)
    const form = known.has(id) ? (known.get(id) ?? null) : await formAt(version, root, texts, parse)
    known.delete(id)
    known.set(id, form)
    for (const oldest of known.keys()) if (known.size > formsHeld) known.delete(oldest)
    return form
  }
}

async function formAt(version: Version, root: string, texts: BlobTexts, parse: ParseText): Promise<Form | null> {
  const files = new Map(version.map(({ path, blob }) => [path, texts.get(blob) ?? '']))
  const [document] = version
  if (document === undefined) return nothing
  const snapshot = { name: 'the history', files }
  const contract = await readUnjudged(document.path, { root, allowRemote: false, snapshot, parse })
  return contract.ok ? formOf(contract.value) : null
}

const nothing: Form = { endpoints: {}, schemas: {} }

async function stepOf({ before, after }: VersionedCommit, formOf: FormOf): Promise<Step | null> {
  const old = before === undefined ? null : await formOf(before)
  const now = after === undefined ? nothing : await formOf(after)
  if (now === null) return null
  const endpoints = Object.keys(now.endpoints)
  if (old === null) return { endpoints, changes: [], moved: [] }
  const came = endpoints.filter((name) => !Object.hasOwn(old.endpoints, name))
  const gone = Object.keys(old.endpoints).filter((name) => !Object.hasOwn(now.endpoints, name))
  return { endpoints, turned: { came, gone }, changes: changesBetween(old, now), moved: movesBetween(old, now) }
}
