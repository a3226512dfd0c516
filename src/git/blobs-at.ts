import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/**
 * The blobs of some files at each of some commits, in one git process: a map by path for each commit, in the order given. A
 * file that a commit does not hold is not in its map.
 */
export async function blobsAt(
  { root, prefix }: Repository,
  commits: readonly string[],
  files: readonly string[],
): Promise<Result<readonly ReadonlyMap<string, string>[], UserError>> {
  // A line break ends a question, and no document is called that way.
  const asked = files.filter((file) => !file.includes('\n'))
  if (commits.length === 0 || asked.length === 0) return { ok: true, value: commits.map(() => new Map()) }
  const questions = commits.flatMap((commit) => asked.map((file) => `${commit}:${prefix}${file}`))
  const printed = await git(root, ['cat-file', '--batch-check'], `${questions.join('\n')}\n`)
  if (!printed.ok) return { ok: false, error: { message: `git: ${printed.error}` } }
  const answers = printed.value.toString('utf8').split('\n')
  const value = commits.map((_, at) => {
    const found = asked.flatMap((file, index): [string, string][] => {
      const [, blob] = /^([0-9a-f]+) blob \d+$/.exec(answers[at * asked.length + index] ?? '') ?? []
      return blob === undefined ? [] : [[file, blob]]
    })
    return new Map(found)
  })
  return { ok: true, value }
}
