import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlobTexts } from '../git/blobs.js'
import { entriesOfCommit } from '../git/entries.js'
import { isReadable } from '../git/readable.js'
import type { Repository } from '../git/repository.js'
import { snapshotOfCommit } from '../git/snapshot.js'
import type { AuditResult } from '../model/audit-result.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { Snapshot } from '../model/snapshot.js'
import type { UserError } from '../model/user-error.js'
import type { AuditRecord } from '../model/weekly.js'
import type { Cache } from './cache.js'
import { recordOf } from './record.js'
import { readRecord } from './record-text.js'

export interface AuditorParts {
  readonly repository: Repository
  readonly options: AuditOptions
  /** Of the tool: another one may find something else. */
  readonly version: string
  readonly cache: Cache
  audit(options: AuditOptions): Promise<AuditResult>
}

/** Audits commits from git's objects. What two commits have in common is audited once, in this run and in later ones. */
export interface Auditor {
  /** What a series keeps of a commit; the reason where it cannot be audited. */
  record(commit: string): Promise<Result<AuditRecord, string>>
  snapshot(commit: string, name: string): Promise<Result<Snapshot, UserError>>
  /** Keeps what was found of a commit by other means. */
  keep(commit: string, record: AuditRecord): Promise<void>
  /** How many audits were run, those that were known not counted. */
  readonly runs: () => number
}

export function auditorOf({ repository, options, version, cache, audit }: AuditorParts): Auditor {
  const texts: BlobTexts = new Map()
  const known = new Map<string, Result<AuditRecord, string>>()
  const { root, snapshot: _, history: __, onProgress: ___, memory: ____, journal: _____, ...settings } = options
  const surroundings = JSON.stringify([version, repository.prefix, settings, installedIn(root)])
  let runs = 0

  async function keyOf(commit: string): Promise<string> {
    const entries = await entriesOfCommit(repository, commit)
    const hash = createHash('sha256').update(surroundings)
    // A commit that changes nothing an audit reads has the key of its parent.
    if (!entries.ok) return hash.update(commit).digest('hex')
    for (const { path, kind, blob } of entries.value) if (isReadable(path)) hash.update(`${kind} ${blob} ${path}\0`)
    return hash.digest('hex')
  }

  return {
    async record(commit) {
      const key = await keyOf(commit)
      const before = known.get(key) ?? cached(cache.get(key))
      const result = before ?? (await run(commit))
      known.set(key, result)
      if (before === undefined && result.ok) cache.put(key, JSON.stringify(result.value))
      return result
    },
    async keep(commit, record) {
      const key = await keyOf(commit)
      known.set(key, { ok: true, value: record })
      cache.put(key, JSON.stringify(record))
    },
    snapshot: (commit, name) => snapshotOfCommit(repository, commit, name, texts),
    runs: () => runs,
  }

  async function run(commit: string): Promise<Result<AuditRecord, string>> {
    const snapshot = await snapshotOfCommit(repository, commit, commit.slice(0, 7), texts)
    if (!snapshot.ok) return { ok: false, error: snapshot.error.message }
    runs += 1
    const { history, ...quiet } = options
    const result = await audit({ ...quiet, snapshot: snapshot.value, skipsUnreadable: true })
    if (!result.ok) {
      const { file, message } = result.error
      return { ok: false, error: file === undefined ? message : `${file}: ${message}` }
    }
    const { documented, served } = result.report.summary.endpoints
    // Where a side is empty each finding would be wrong in the same way.
    if (documented === 0 || served === 0)
      return { ok: false, error: documented === 0 ? 'no documented operation' : 'no route' }
    return { ok: true, value: recordOf(result.report) }
  }
}

function cached(text: string | undefined): Result<AuditRecord, string> | undefined {
  const value = text === undefined ? undefined : readRecord(text)
  return value === undefined ? undefined : { ok: true, value }
}

/** Dependencies are read where they are installed: other versions may give other types. */
function installedIn(root: string): string {
  try {
    const lock = readFileSync(join(root, 'node_modules/.package-lock.json'))
    return createHash('sha256').update(lock).digest('hex')
  } catch {
    // Another package manager, or nothing is installed.
    return ''
  }
}
