import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/** A commit as a branch knows it. */
export interface Commit {
  readonly commit: string
  /** When it was committed, in seconds since 1970. */
  readonly time: number
  /** The first line of its message. */
  readonly subject: string
}

/** How a branch came to be what it is, oldest first: each merge is one step. */
export async function firstParentsOf(
  { root }: Repository,
  commit: string,
): Promise<Result<readonly Commit[], UserError>> {
  const log = await git(root, ['log', '--first-parent', '-z', '--format=%H %ct %s', '--end-of-options', commit])
  if (!log.ok) return { ok: false, error: { message: `git: ${log.error}` } }
  const lines = log.value.toString('utf8').split('\0')
  const commits = lines.flatMap((line): readonly Commit[] => {
    const [, name = '', time = '0', subject = ''] = /^([0-9a-f]+) (\d+) (.*)/s.exec(line) ?? []
    return name === '' ? [] : [{ commit: name, time: Number(time), subject }]
  })
  return { ok: true, value: commits.reverse() }
}
