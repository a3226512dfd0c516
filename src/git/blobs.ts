import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { git } from './command.js'
import type { Repository } from './repository.js'

/** Texts by the name of their blob, shared between the snapshots of one run: most files do not change from week to week. */
export type BlobTexts = Map<string, string>

/** Adds the texts of the blobs to those known, in one git process whatever their number. */
export async function readBlobs(
  { root }: Repository,
  blobs: readonly string[],
  known: BlobTexts,
): Promise<Result<BlobTexts, UserError>> {
  const wanted = [...new Set(blobs)].filter((blob) => !known.has(blob))
  if (wanted.length === 0) return { ok: true, value: known }
  const printed = await git(root, ['cat-file', '--batch'], `${wanted.join('\n')}\n`)
  if (!printed.ok) return { ok: false, error: unread(printed.error) }
  let at = 0
  for (const blob of wanted) {
    const end = printed.value.indexOf('\n', at)
    const [, kind, size] = printed.value.toString('latin1', at, end).split(' ')
    if (kind !== 'blob') return { ok: false, error: missing(blob) }
    known.set(blob, printed.value.toString('utf8', end + 1, end + 1 + Number(size)))
    at = end + 1 + Number(size) + 1
  }
  return { ok: true, value: known }
}

const hint = 'Nothing is fetched while it is read: clone without --filter, in CI too.'

const missing = (blob: string): UserError => ({ message: `git: the object ${blob} is missing from this clone`, hint })

/** Where a clone was made with a filter, git gives up at the first object that it would have to fetch. */
const unread = (why: string): UserError => ({
  message: `git: ${why}`,
  ...(/promisor|lazy fetch/.test(why) ? { hint } : {}),
})
