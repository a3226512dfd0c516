import { type BlobTexts, readBlobs } from '../../git/blobs.js'
import type { Repository } from '../../git/repository.js'
import type { Served } from '../../model/cost.js'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import { isSweep } from '../changes.js'
import { onlyFormatted } from './bare-code.js'
import { type CodeStore, openCodeStore } from './code-store.js'
import { filesOf } from './files.js'
import { type CodeCommit, followed } from './follow.js'

/** A commit that changed code of some endpoints. */
export interface CodeChange {
  readonly commit: string
  /** Seconds since 1970. */
  readonly time: number
  /** By the endpoint's name: 1, or its part where it shares the files that were changed with others. */
  readonly shares: ReadonlyMap<string, number>
}

/** What git tells of the code of each endpoint. */
export interface CodeHistory {
  /** Oldest first. */
  readonly changes: readonly CodeChange[]
  /** When the file that registers the endpoint came, in seconds since 1970; absent where git does not know it. */
  readonly since: ReadonlyMap<string, number>
}

/**
 * The commits that changed the code of endpoints. Merges are none, nor are commits that change the layout alone or sweep
 * through more of the endpoints than one change would.
 */
export async function codeHistory(
  repository: Repository,
  { endpoints, schemas }: Served,
  version: string | undefined,
): Promise<Result<CodeHistory, UserError>> {
  const inRepository = (file: string) => `${repository.prefix}${file}`
  const files = new Map(
    endpoints.map(({ name, code }) => [name, new Set([...filesOf(code, schemas)].map(inRepository))]),
  )
  const store = openCodeStore(repository, version)
  const log = await store.log()
  if (!log.ok) return log
  const { commits, since } = followed(log.value, new Set([...files.values()].flatMap((some) => [...some])))
  const judged = await judge(repository, commits, store)
  if (!judged.ok) return judged
  store.save()
  const users = new Map<string, string[]>()
  for (const [name, some] of files) for (const file of some) users.set(file, [...(users.get(file) ?? []), name])
  const changes = commits.flatMap(({ commit, time, touched }): readonly CodeChange[] => {
    const real = touched.filter(({ before, after }) => store.formatted(before, after) !== true)
    const shares = new Map<string, number>()
    for (const { file } of real) {
      const names = users.get(file) ?? []
      for (const name of names) shares.set(name, Math.max(1 / names.length, shares.get(name) ?? 0))
    }
    return shares.size === 0 || isSweep([...shares.values()], endpoints.length) ? [] : [{ commit, time, shares }]
  })
  const came = endpoints.flatMap(({ name, code }) => {
    const time = since.get(inRepository(code.at.file))
    return time === undefined ? [] : [[name, time] as const]
  })
  return { ok: true, value: { changes, since: new Map(came) } }
}

/** Texts that are held at once. */
const atOnce = 200

/** Looks at each pair of blobs that was not looked at before. */
async function judge(
  repository: Repository,
  commits: readonly CodeCommit[],
  store: CodeStore,
): Promise<Result<null, UserError>> {
  const pairs = commits.flatMap(({ touched }) => touched)
  const missing = pairs.filter(({ before, after }) => store.formatted(before, after) === undefined)
  for (let start = 0; start < missing.length; start += atOnce) {
    const some = missing.slice(start, start + atOnce)
    const blobs = some.flatMap(({ before, after }) => [before, after])
    const texts: Result<BlobTexts, UserError> = await readBlobs(repository, blobs, new Map())
    if (!texts.ok) return texts
    const text = (blob: string) => texts.value.get(blob) ?? ''
    for (const { before, after } of some) {
      store.keepFormatted(before, after, onlyFormatted(text(before), text(after)))
    }
  }
  return { ok: true, value: null }
}
