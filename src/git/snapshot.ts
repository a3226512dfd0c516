import { posix } from 'node:path'
import type { Result } from '../model/result.js'
import type { Snapshot } from '../model/snapshot.js'
import type { UserError } from '../model/user-error.js'
import { type BlobTexts, readBlobs } from './blobs.js'
import { entriesOfCommit, entriesOfIndex } from './entries.js'
import { isReadable } from './readable.js'
import type { Entry, Repository } from './repository.js'

/**
 * The project as a commit holds it, read from git's objects: nothing is checked out and the work tree is not looked at.
 * In: the commit's full name and what a person calls it; texts of blobs that were read before.
 */
export async function snapshotOfCommit(
  repository: Repository,
  commit: string,
  name: string,
  known: BlobTexts = new Map(),
): Promise<Result<Snapshot, UserError>> {
  return snapshot(repository, name, await entriesOfCommit(repository, commit), known)
}

/** The project as the next commit would hold it, whatever else has been changed in the work tree. */
export async function snapshotOfIndex(
  repository: Repository,
  known: BlobTexts = new Map(),
): Promise<Result<Snapshot, UserError>> {
  return snapshot(repository, 'the index', await entriesOfIndex(repository), known)
}

async function snapshot(
  repository: Repository,
  name: string,
  listed: Result<readonly Entry[], UserError>,
  known: BlobTexts,
): Promise<Result<Snapshot, UserError>> {
  if (!listed.ok) return listed
  const entries = listed.value.filter(({ path }) => isReadable(path))
  const texts = await readBlobs(
    repository,
    entries.map(({ blob }) => blob),
    known,
  )
  if (!texts.ok) return texts
  const blobs = new Map(entries.map((entry) => [entry.path, entry]))
  const files = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const entry of entries) {
    const file = fileOf(entry, blobs, texts.value)
    const text = file && texts.value.get(file.blob)
    if (file === undefined || text === undefined) continue
    files.set(entry.path, text)
    ids.set(entry.path, file.blob)
  }
  return { ok: true, value: { name, files, ids } }
}

/** Enough for any honest chain of links; a circle ends here. */
const longestChain = 8

/** The file that an entry is, or that its links lead to. */
function fileOf(entry: Entry, entries: ReadonlyMap<string, Entry>, texts: BlobTexts): Entry | undefined {
  let found: Entry | undefined = entry
  for (let step = 0; found?.kind === 'link' && step < longestChain; step += 1) {
    found = entries.get(posix.join(posix.dirname(found.path), texts.get(found.blob) ?? ''))
  }
  return found?.kind === 'file' ? found : undefined
}
