import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/** A commit that changed a file, with what the file was before and after. */
export interface FileChange {
  readonly commit: string
  /** When it was committed, in seconds since 1970. */
  readonly time: number
  /** The blobs; absent where the file was not there. */
  readonly before?: string
  readonly after?: string
}

/**
 * The commits that changed a file, oldest first, through its renames. A merge is none: what it brings was committed before.
 * In: the file's path relative to the project's root.
 */
export async function logOfFile(
  { root, prefix }: Repository,
  file: string,
): Promise<Result<readonly FileChange[], UserError>> {
  const format = '--format=%x01%H %ct'
  const args = ['log', '--no-merges', '--follow', '-M', '--raw', '-z', '--abbrev=40', '--full-index', format]
  const log = await git(root, [...args, '--', `:(top,literal)${prefix}${file}`])
  if (!log.ok) return { ok: false, error: { message: `git: ${log.error}` } }
  const changes = log.value.toString('utf8').split('\u0001').slice(1).map(changeOf)
  return { ok: true, value: changes.reverse() }
}

function changeOf(text: string): FileChange {
  const [, commit = '', time = '0'] = /^([0-9a-f]+) (\d+)/.exec(text) ?? []
  const [, before, after] = /:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) \w/.exec(text) ?? []
  return { commit, time: Number(time), ...blob('before', before), ...blob('after', after) }
}

/** A name of zeros only says that there was no file. */
const blob = (side: 'before' | 'after', name: string | undefined) =>
  name === undefined || /^0+$/.test(name) ? {} : { [side]: name }
