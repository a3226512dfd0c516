import { createHash } from 'node:crypto'
import { type BlobTexts, readBlobs } from '../git/blobs.js'
import type { Repository } from '../git/repository.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { readUnjudged } from '../openapi/read.js'
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
  const forms = new Map<string, Form | null>()
  for (let start = 0; start < missing.length; start += atOnce) {
    const some = missing.slice(start, start + atOnce)
    const versions = some.flatMap(({ before, after }) => [before, after].filter((version) => version !== undefined))
    const fresh = versions.filter((version) => !forms.has(idOf(version)))
    const blobs = fresh.flat().map(({ blob }) => blob)
    const texts = await readBlobs(repository, blobs, new Map())
    if (!texts.ok) return texts
    for (const version of fresh) forms.set(idOf(version), await formAt(version, repository.root, texts.value))
    for (const commit of some) store.keepStep(keyOf(commit), stepFrom(commit, forms))
    const needed = new Set(versions.map(idOf))
    for (const id of forms.keys()) if (!needed.has(id)) forms.delete(id)
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

/** Null for a text that is no document: one that was broken for a commit or two is passed over. */
async function formAt(version: Version, root: string, texts: BlobTexts): Promise<Form | null> {
  const files = new Map(version.map(({ path, blob }) => [path, texts.get(blob) ?? '']))
  const [document] = version
  if (document === undefined) return nothing
  const snapshot = { name: 'the history', files }
  const contract = await readUnjudged(document.path, { root, allowRemote: false, snapshot })
  return contract.ok ? formOf(contract.value) : null
}

const nothing: Form = { endpoints: {}, schemas: {} }

function stepFrom({ before, after }: VersionedCommit, forms: ReadonlyMap<string, Form | null>): Step | null {
  const now = after === undefined ? nothing : forms.get(idOf(after))
  const old = before === undefined ? undefined : forms.get(idOf(before))
  if (now === null || now === undefined) return null
  const endpoints = Object.keys(now.endpoints)
  if (old === null || old === undefined) return { endpoints, changes: [], moved: [] }
  return { endpoints, changes: changesBetween(old, now), moved: movesBetween(old, now) }
}
