import { type BigIntStats, readFileSync, statSync } from 'node:fs'
import { type Decoding, digestOf } from './decoded.js'
import { seal, unsealed } from './sealed.js'

/**
 * Digests of files, each read again only where it may have changed.
 *
 * A file is taken for unchanged if its size, inode, device and both times, in nanoseconds, are as when it was read. The time of
 * change (ctime) is set by the system at every write, also where somebody sets the other one back. Two writes within one tick of
 * the file system's clock leave the same times: so, as git does with its index, a file that was changed just before it was looked
 * at is not remembered, and is read again next time. A write after the look then shows in its ctime.
 */
export interface Stamps {
  /** Nothing where there is no such regular file, or it cannot be read. */
  digest(path: string, decoding: Decoding): string | undefined
  /** Writes down what was learnt in this run. */
  save(): void
}

interface Known {
  readonly stamp: string
  readonly digests: Partial<Readonly<Record<Decoding, string>>>
}

/** Coarser than the clock of any file system in use. */
const tick = 2_000
/** What was not asked for in this run is kept up to so many files. */
const most = 20_000

/** In: the file that keeps them. */
export function openStamps(file: string): Stamps {
  let old: ReadonlyMap<string, Known> | undefined
  const asked = new Map<string, Known>()
  let news = false
  return {
    digest(path, decoding) {
      const now = Date.now()
      const facts = factsOf(path)
      if (facts === undefined) return undefined
      const stamp = [facts.mtimeNs, facts.ctimeNs, facts.size, facts.ino, facts.dev].join(' ')
      old ??= readKnown(file)
      const before = asked.get(path) ?? old.get(path)
      const known = before?.stamp === stamp ? before : undefined
      if (known !== undefined) asked.set(path, known)
      const digest = known?.digests[decoding] ?? digestFrom(path, decoding)
      const isSettled = now - Number(facts.ctimeMs) > tick && now - Number(facts.mtimeMs) > tick
      if (digest === undefined || known?.digests[decoding] !== undefined || !isSettled) return digest
      asked.set(path, { stamp, digests: { ...known?.digests, [decoding]: digest } })
      news = true
      return digest
    },
    save() {
      if (!news) return
      news = false
      const others = [...(old ?? [])].filter(([path]) => !asked.has(path)).slice(0, Math.max(0, most - asked.size))
      seal(file, JSON.stringify([...asked, ...others]))
    },
  }
}

function factsOf(path: string): BigIntStats | undefined {
  try {
    const facts = statSync(path, { bigint: true, throwIfNoEntry: false })
    return facts?.isFile() ? facts : undefined
  } catch {
    return undefined
  }
}

function digestFrom(path: string, decoding: Decoding): string | undefined {
  try {
    return digestOf(readFileSync(path), decoding)
  } catch {
    return undefined
  }
}

function readKnown(file: string): ReadonlyMap<string, Known> {
  const text = unsealed(file)
  // Its seal says that this very format was written.
  return new Map(text === undefined ? [] : (JSON.parse(text) as [string, Known][]))
}
