import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { gitText } from './command.js'
import type { Repository } from './repository.js'

/** The full name of the commit that a revision means: a branch, a tag, `HEAD~3`, a short hash. */
export async function commitOf({ root }: Repository, revision: string): Promise<Result<string, UserError>> {
  const commit = await gitText(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  return commit.ok ? commit : { ok: false, error: { message: `git knows no commit named ${revision}` } }
}

/** The commit where two histories parted; null where they share none, as in a shallow clone. */
export async function mergeBaseOf({ root }: Repository, one: string, other: string): Promise<string | null> {
  const base = await gitText(root, ['merge-base', '--end-of-options', one, other])
  return base.ok ? (base.value.split('\n')[0] ?? null) : null
}

/** Whether a commit belongs to the past of another; not where git no longer knows it. */
export async function isAncestor({ root }: Repository, commit: string, of: string): Promise<boolean> {
  return (await gitText(root, ['merge-base', '--is-ancestor', '--end-of-options', commit, of])).ok
}

/** How many files that git knows of differ from the last commit, staged or not. */
export async function changedFiles({ root }: Repository): Promise<number> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no', '--ignore-submodules', '--', '.']
  const changed = await gitText(root, args)
  return changed.ok ? changed.value.split('\0').filter(Boolean).length : 0
}

/** When the last commit was made, in seconds since 1970. */
export async function timeOfHead({ root }: Repository): Promise<Result<number, UserError>> {
  const time = await gitText(root, ['log', '-1', '--format=%ct'])
  if (time.ok) return { ok: true, value: Number(time.value) }
  const empty = time.error.includes('does not have any commits yet')
  return {
    ok: false,
    error: { message: empty ? 'the history is empty: nothing was committed yet' : `git: ${time.error}` },
  }
}
