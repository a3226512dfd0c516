import { blobsAt } from '../git/blobs-at.js'
import { type LoggedCommit, logOfFile, logOfFiles } from '../git/file-log.js'
import type { Repository } from '../git/repository.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { References } from './references.js'
import type { Part, Version, VersionedCommit } from './version.js'

/**
 * The commits that touched a document or a file that it was made of at the time, oldest first, with the blobs of all these
 * files before and after.
 * In: the document, relative to the project's root, and who tells which files a text refers to.
 */
export async function versionsOf(
  repository: Repository,
  document: string,
  references: References,
): Promise<Result<readonly VersionedCommit[], UserError>> {
  const own = await logOfFile(repository, document)
  if (!own.ok) return own
  const known = await references.read(partsIn(own.value))
  if (!known.ok) return known
  const others = new Set(partsIn(own.value).flatMap((part) => references.of(part)))
  if (others.size === 0) return { ok: true, value: own.value.map(alone) }
  const grown = await growUntilClosed(repository, others, references)
  if (!grown.ok) return grown
  const names = [...new Set([document, ...partsIn(own.value).map(({ path }) => path)])]
  const files = [...new Set([...names, ...others])]
  const log = await logOfFiles(repository, files)
  if (!log.ok) return log
  const commits = log.value.map(({ commit }) => commit)
  const held = await blobsAt(repository, commits, files)
  if (!held.ok) return held
  const versions = log.value.map((commit, index) => together(commit, held.value[index] ?? new Map(), names, references))
  return { ok: true, value: versions }
}

const partsIn = (log: readonly LoggedCommit[]): readonly Part[] =>
  log.flatMap(({ files }) =>
    files.flatMap(({ path, before, after }) =>
      [before, after].filter((blob) => blob !== undefined).map((blob) => ({ path, blob })),
    ),
  )

function alone({ commit, time, files: [file] }: LoggedCommit): VersionedCommit {
  const { path = '', before, after } = file ?? {}
  return {
    commit,
    time,
    ...(before === undefined ? {} : { before: [{ path, blob: before }] }),
    ...(after === undefined ? {} : { after: [{ path, blob: after }] }),
  }
}

/** A chain of files that each bring another is longer than this only where somebody made it so. */
const longestChain = 16

async function growUntilClosed(
  repository: Repository,
  files: Set<string>,
  references: References,
): Promise<Result<null, UserError>> {
  let asked: readonly string[] = [...files]
  for (let round = 0; asked.length > 0 && round < longestChain; round += 1) {
    const log = await logOfFiles(repository, asked)
    if (!log.ok) return log
    const read = await references.read(partsIn(log.value))
    if (!read.ok) return read
    asked = [...new Set(partsIn(log.value).flatMap((part) => references.of(part)))].filter((file) => !files.has(file))
    for (const file of asked) files.add(file)
  }
  return { ok: true, value: null }
}

function together(
  { commit, time, files }: LoggedCommit,
  after: ReadonlyMap<string, string>,
  names: readonly string[],
  references: References,
): VersionedCommit {
  const before = new Map(after)
  for (const file of files) {
    if (file.before === undefined) before.delete(file.path)
    else before.set(file.path, file.before)
  }
  const [old, now] = [closure(before, names, references), closure(after, names, references)]
  return { commit, time, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }
}

function closure(
  blobs: ReadonlyMap<string, string>,
  names: readonly string[],
  references: References,
): Version | undefined {
  const first = names.find((name) => blobs.has(name))
  if (first === undefined) return undefined
  const reached = new Map<string, Part>()
  const queue = [first]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const blob = blobs.get(path)
    if (blob === undefined || reached.has(path)) continue
    reached.set(path, { path, blob })
    queue.push(...references.of({ path, blob }))
  }
  return [...reached.values()]
}
