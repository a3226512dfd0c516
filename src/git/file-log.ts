import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/** What a commit did to one file. */
export interface FileChange {
  /** Relative to the project's root, as it was called afterwards. */
  readonly path: string
  /** What it was called before, where the commit renamed it. */
  readonly from?: string
  /** The blobs; absent where the file was not there. */
  readonly before?: string
  readonly after?: string
}

/** A commit that changed some of the files that were asked about, with what it did to them. */
export interface LoggedCommit {
  readonly commit: string
  /** When it was committed, in seconds since 1970. */
  readonly time: number
  readonly files: readonly FileChange[]
}

const shape = ['--raw', '-z', '--abbrev=40', '--full-index', '--format=%x01%H %ct']

/**
 * The commits that changed a file, oldest first, through its renames. A merge is none: what it brings was committed before.
 * In: the file's path relative to the project's root.
 */
export function logOfFile(repository: Repository, file: string): Promise<Result<readonly LoggedCommit[], UserError>> {
  return logged(repository, ['--follow', '-M', ...shape, '--', specOf(repository, file)])
}

/** The same of several files, each under the name that it is given here alone. */
export function logOfFiles(
  repository: Repository,
  files: readonly string[],
): Promise<Result<readonly LoggedCommit[], UserError>> {
  return logged(repository, ['--no-renames', ...shape, '--', ...files.map((file) => specOf(repository, file))])
}

/**
 * The commits that changed files with these endings, oldest first; of one that renamed a file, what it was called before.
 * In: the endings (`ts`), and a commit whose own past is left out. Out: paths relative to the repository's root.
 */
export function logOfKinds(
  { root }: Repository,
  endings: readonly string[],
  after: string | undefined,
): Promise<Result<readonly LoggedCommit[], UserError>> {
  const range = after === undefined ? [] : [`${after}..HEAD`]
  const paths = endings.map((ending) => `:(top)*.${ending}`)
  return logged({ root, prefix: '' }, ['-M', ...shape, ...range, '--', ...paths])
}

const specOf = ({ prefix }: Repository, file: string): string => `:(top,literal)${prefix}${file}`

async function logged(
  { root, prefix }: Pick<Repository, 'root' | 'prefix'>,
  args: readonly string[],
): Promise<Result<readonly LoggedCommit[], UserError>> {
  const log = await git(root, ['log', '--no-merges', ...args])
  if (!log.ok) return { ok: false, error: { message: `git: ${log.error}` } }
  const commits = log.value.toString('utf8').split('\u0001').slice(1)
  return { ok: true, value: commits.map((text) => commitOf(text, prefix)).reverse() }
}

/** A commit is its name and time, and then for each file its blobs and its path, or two paths where it was renamed. */
function commitOf(text: string, prefix: string): LoggedCommit {
  const [head = '', ...words] = text.split('\0')
  const [commit = '', time = '0'] = head.trim().split(' ')
  const files: FileChange[] = []
  for (const [index, word] of words.entries()) {
    const [, before, after, kind = ''] = /^\s*:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(word) ?? []
    if (before === undefined) continue
    const moved = 'RC'.includes(kind)
    const below = (path = '') => (path.startsWith(prefix) ? path.slice(prefix.length) : path)
    const [first, second] = [below(words[index + 1]), below(words[index + 2])]
    const names = moved ? { path: second, from: first } : { path: first }
    files.push({ ...names, ...blob('before', before), ...blob('after', after) })
  }
  return { commit, time: Number(time), files }
}

/** A name of zeros only says that there was no file. */
const blob = (side: 'before' | 'after', name: string | undefined) =>
  name === undefined || /^0+$/.test(name) ? {} : { [side]: name }
