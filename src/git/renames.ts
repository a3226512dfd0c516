import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/**
 * Files below the root that were moved between two moments, as git sees it: what they are called now, and what before.
 * In: the commit before, and the commit of now or nothing for the index.
 */
export async function renamesBetween(
  { root }: Repository,
  before: string,
  now: string | undefined,
): Promise<Result<ReadonlyMap<string, string>, UserError>> {
  const to = now === undefined ? ['--cached'] : []
  const shape = ['--name-status', '-z', '-M', '--diff-filter=R', '--no-ext-diff', '--ignore-submodules', '--relative']
  const listed = await git(root, ['diff', ...to, ...shape, before, ...(now === undefined ? [] : [now]), '--', '.'])
  if (!listed.ok) return { ok: false, error: { message: `git: ${listed.error}` } }
  const words = listed.value.toString('utf8').split('\0')
  const renamed = new Map<string, string>()
  for (let index = 0; index + 2 < words.length; index += 3) {
    renamed.set(words[index + 2] ?? '', words[index + 1] ?? '')
  }
  return { ok: true, value: renamed }
}
