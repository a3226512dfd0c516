import type { BlobTexts } from '../git/blobs.js'
import { openRepository } from '../git/open.js'
import { renamesBetween } from '../git/renames.js'
import type { Repository } from '../git/repository.js'
import { changedFiles, commitOf, mergeBaseOf } from '../git/revisions.js'
import { snapshotOfCommit, snapshotOfIndex } from '../git/snapshot.js'
import type { Result } from '../model/result.js'
import type { Snapshot } from '../model/snapshot.js'
import type { UserError } from '../model/user-error.js'
import type { MomentOptions, Moments } from './moments.js'

/**
 * Reads the moments that are compared from git's objects; nothing is checked out.
 * `staged` is held against the last commit, or against the base where one is named; a base alone against the last commit.
 */
export async function findMoments(root: string, options: MomentOptions): Promise<Result<Moments, UserError>> {
  const repository = await openRepository(root)
  if (!repository.ok) return repository
  const head = await commitOf(repository.value, 'HEAD')
  const base = await baseOf(repository.value, options.base, head.ok ? head.value : undefined)
  if (!base.ok) return base
  const known: BlobTexts = new Map()
  const now = options.staged
    ? await snapshotOfIndex(repository.value, known)
    : head.ok
      ? await snapshotOfCommit(repository.value, head.value, `HEAD (${short(head.value)})`, known)
      : head
  if (!now.ok) return now
  const notices = [...base.value.notices, ...(options.staged ? [] : await overlooked(repository.value))]
  const { commit, name } = base.value
  if (commit === undefined) return { ok: true, value: { now: now.value, since: name, notices } }
  const before = await snapshotOfCommit(repository.value, commit, name, known)
  if (!before.ok) return before
  const changed = changedBetween(before.value, now.value)
  const seen = hasMoves(before.value, now.value)
    ? await renamesBetween(repository.value, commit, options.staged || !head.ok ? undefined : head.value)
    : undefined
  // Where git cannot tell, as in a clone without old contents, what was moved counts as new.
  const renamed = seen?.ok ? { renamed: seen.value } : {}
  const moments = { now: now.value, before: before.value, since: name, changed, ...renamed, notices }
  const merged = options.staged && options.base === undefined ? await mergedCommit(repository.value, known) : null
  if (merged === null) return { ok: true, value: moments }
  if (!merged.ok) return merged
  const since = `${name} and ${merged.value.name}`
  return { ok: true, value: { ...moments, merged: merged.value, since } }
}

/** The other parent of the next commit, where it concludes a merge. */
async function mergedCommit(repository: Repository, known: BlobTexts): Promise<Result<Snapshot, UserError> | null> {
  const merged = await commitOf(repository, 'MERGE_HEAD')
  if (!merged.ok) return null
  return snapshotOfCommit(repository, merged.value, `MERGE_HEAD (${short(merged.value)})`, known)
}

/** Only where something came and something went, something can have been moved. */
const hasMoves = ({ files: before }: Snapshot, { files: now }: Snapshot): boolean =>
  [...now.keys()].some((file) => !before.has(file)) && [...before.keys()].some((file) => !now.has(file))

function changedBetween({ files: before }: Snapshot, { files: now }: Snapshot): ReadonlySet<string> {
  return new Set([...before.keys(), ...now.keys()].filter((file) => before.get(file) !== now.get(file)))
}

/** How the build servers are told to fetch everything. */
const depth = 'fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab CI'

interface Base {
  /** Absent before the first commit. */
  readonly commit?: string
  readonly name: string
  readonly notices: readonly string[]
}

async function baseOf(
  repository: Repository,
  revision: string | undefined,
  head: string | undefined,
): Promise<Result<Base, UserError>> {
  if (revision === undefined) {
    const value = head === undefined ? { name: 'an empty history' } : { commit: head, name: `HEAD (${short(head)})` }
    return { ok: true, value: { ...value, notices: [] } }
  }
  const tip = await commitOf(repository, revision)
  if (!tip.ok) {
    const hint = repository.shallow
      ? `This clone is shallow: fetch the whole history (${depth}).`
      : 'Is it fetched? Name a branch, a tag or a commit of this clone.'
    return { ok: false, error: { ...tip.error, hint } }
  }
  const parted = head === undefined ? null : await mergeBaseOf(repository, tip.value, head)
  const commit = short(parted ?? tip.value)
  const name = /^[0-9a-f]{7,}$/.test(revision) && revision.startsWith(commit) ? commit : `${revision} (${commit})`
  if (parted !== null) return { ok: true, value: { commit: parted, name, notices: [] } }
  const why = repository.shallow
    ? `this clone is shallow and holds no common ancestor (set ${depth})`
    : 'the two histories have no common ancestor'
  const notice = `${why}; compared with ${revision} as it is now, so what was mended there since may count as new here`
  return { ok: true, value: { commit: tip.value, name, notices: [notice] } }
}

/** A person who has not committed yet looks for their change in vain, unless told. */
async function overlooked(repository: Repository): Promise<readonly string[]> {
  const changed = await changedFiles(repository)
  if (changed === 0) return []
  const files = changed === 1 ? '1 file has' : `${changed} files have`
  return [`${files} changes that are not committed; --base compares commits, and with --staged what is staged`]
}

const short = (commit: string): string => commit.slice(0, 7)
