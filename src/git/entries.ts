import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Entry, Repository } from './repository.js'

/** The files of a commit below the project's root. Submodules are not among them: their files are another repository's. */
export async function entriesOfCommit(
  repository: Repository,
  commit: string,
): Promise<Result<readonly Entry[], UserError>> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit]
  return entries(repository, [...args, ...below(repository)], /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s)
}

/** The files that a commit would hold if it were made now. A file in conflict has no entry. */
export async function entriesOfIndex(repository: Repository): Promise<Result<readonly Entry[], UserError>> {
  return entries(repository, ['ls-files', '--stage', '-z', '--full-name'], /^(\d+) ([0-9a-f]+) 0\t(.*)$/s)
}

const below = ({ prefix }: Repository): readonly string[] => (prefix === '' ? [] : [prefix])

const kinds: Readonly<Record<string, Entry['kind']>> = { '100644': 'file', '100755': 'file', '120000': 'link' }

async function entries(
  { root, prefix }: Repository,
  args: readonly string[],
  line: RegExp,
): Promise<Result<readonly Entry[], UserError>> {
  const listed = await git(root, args)
  if (!listed.ok) return { ok: false, error: { message: `git: ${listed.error}` } }
  const lines = listed.value.toString('utf8').split('\0')
  const found = lines.flatMap((each): readonly Entry[] => {
    const [, mode = '', blob = '', path = ''] = line.exec(each) ?? []
    const kind = kinds[mode]
    return kind === undefined || !path.startsWith(prefix) ? [] : [{ path: path.slice(prefix.length), kind, blob }]
  })
  return { ok: true, value: found }
}
