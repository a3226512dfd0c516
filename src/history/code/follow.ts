import type { LoggedCommit } from '../../git/file-log.js'

/** A commit that changed files that are followed, each by the name that it has now. */
export interface CodeCommit {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  readonly touched: readonly { readonly file: string; readonly before: string; readonly after: string }[]
}

/** What became of some files: the commits that changed them, and since when each has been there. */
export interface Followed {
  readonly commits: readonly CodeCommit[]
  readonly since: ReadonlyMap<string, number>
}

/**
 * Follows files back through their renames. To bring a file or to rename it is no change of it.
 * In: the log, oldest first; the files as they are called now.
 */
export function followed(log: readonly LoggedCommit[], files: ReadonlySet<string>): Followed {
  const names = new Map([...files].map((file) => [file, file]))
  const since = new Map<string, number>()
  const commits: CodeCommit[] = []
  for (const { commit, time, files: changed } of [...log].reverse()) {
    const touched = changed.flatMap(({ path, from, before, after }) => {
      const file = names.get(path)
      if (file === undefined) return []
      since.set(file, Math.min(time, since.get(file) ?? time))
      if (from !== undefined) {
        names.delete(path)
        names.set(from, file)
      }
      return before === undefined || after === undefined || before === after ? [] : [{ file, before, after }]
    })
    if (touched.length > 0) commits.push({ commit, time, touched })
  }
  return { commits: commits.reverse(), since }
}
