import type { LoggedCommit } from '../../git/file-log.js'
import { logOfKinds } from '../../git/file-log.js'
import type { Repository } from '../../git/repository.js'
import { commitOf, isAncestor } from '../../git/revisions.js'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import { keptAs } from '../kept.js'

/** What was read of the history of a project's code, by the names of git's objects. */
export interface CodeStore {
  /** The commits that changed code, oldest first; those that an earlier run has seen are not asked for again. */
  log(): Promise<Result<readonly LoggedCommit[], UserError>>
  /** Whether two blobs differ in layout alone, where it is known. */
  formatted(before: string, after: string): boolean | undefined
  keepFormatted(before: string, after: string, only: boolean): void
  save(): void
}

interface Kept {
  readonly head: string
  readonly log: readonly LoggedCommit[]
  readonly formatted: Record<string, boolean>
}

const endings = ['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx']

export function openCodeStore(repository: Repository, version: string | undefined): CodeStore {
  const kept = keptAs<Kept>(repository.root, 'the code', version)
  const old = kept.read()
  const known = new Map(Object.entries(old?.formatted ?? {}))
  let current: Pick<Kept, 'head' | 'log'> | undefined
  let news = false
  return {
    async log() {
      const head = await commitOf(repository, 'HEAD')
      if (!head.ok) return head
      if (old?.head === head.value) return { ok: true, value: old.log }
      const grown = old !== undefined && (await isAncestor(repository, old.head, head.value))
      const fresh = await logOfKinds(repository, endings, grown ? old.head : undefined)
      if (!fresh.ok) return fresh
      const log = grown ? [...old.log, ...fresh.value] : fresh.value
      current = { head: head.value, log }
      news = true
      return { ok: true, value: log }
    },
    formatted: (before, after) => known.get(`${before} ${after}`),
    keepFormatted(before, after, only) {
      news = true
      known.set(`${before} ${after}`, only)
    },
    save() {
      const last = current ?? old
      if (news && last !== undefined) kept.write({ ...last, formatted: Object.fromEntries(known) })
    },
  }
}
