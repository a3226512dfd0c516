import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { gitText } from './command.js'
import type { Repository } from './repository.js'

/** Finds the repository that a folder belongs to; an error where it belongs to none, or git is not there. */
export async function openRepository(root: string): Promise<Result<Repository, UserError>> {
  const facts = await gitText(root, ['rev-parse', '--show-prefix', '--is-shallow-repository'])
  if (!facts.ok) {
    const none = facts.error.startsWith('not a git repository')
    const message = none ? 'this folder is not in a git repository' : `git: ${facts.error}`
    const [, owned] = /^detected dubious ownership in repository at '(.*)'$/.exec(facts.error) ?? []
    if (owned === undefined) return { ok: false, error: { message } }
    const hint = `Another user owns it, as in some containers; to trust it: git config --global --add safe.directory '${owned}'`
    return { ok: false, error: { message, hint } }
  }
  const [prefix = '', shallow] = facts.value.split('\n')
  return { ok: true, value: { root, prefix, shallow: shallow === 'true' } }
}
