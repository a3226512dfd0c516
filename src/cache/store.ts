import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { draftEnding } from '../files/put-in-place.js'
import { digest } from './digest.js'
import { type Entry, entryOf, entryText } from './entry-text.js'
import { files, makeRoom } from './room.js'
import { seal, unsealedBytes } from './sealed.js'
import type { Trace } from './trace.js'

/** Answers on disk: several to one question, read at different times from different files. */
export interface Store {
  /** Those to a question, the one that served last first. */
  entries(kind: string, asked: string): Iterable<Entry & { served(): void }>
  put(kind: string, asked: string, trace: Trace, answer: object): void
}

/** More answers than the branches that somebody goes to and fro between are not looked through. */
const mostTried = 8

/** Whatever is wrong with the folder, or with what lies in it, is as good as nothing kept. In: the folder, absolute. */
export function openStore(folder: string): Store {
  const prefix = (kind: string, asked: string) => `${kind}-${digest(asked).slice(0, 22)}-`
  return {
    *entries(kind, asked) {
      const start = prefix(kind, asked)
      const newest = files(folder)
        .filter(({ name }) => name.startsWith(start) && !name.endsWith(draftEnding))
        .sort((one, other) => other.used - one.used)
      for (const { name } of newest.slice(0, mostTried)) {
        const path = join(folder, name)
        const bytes = unsealedBytes(path)
        // What another version has written is not looked into.
        const isAsked = bytes?.subarray(0, bytes.indexOf('\n')).equals(Buffer.from(asked))
        const entry = bytes !== undefined && isAsked ? entryOf(bytes) : undefined
        if (entry !== undefined) yield { ...entry, served: () => touch(path) }
      }
    },
    put(kind, asked, trace, answer) {
      const text = entryText(asked, trace, answer)
      if (seal(join(folder, `${prefix(kind, asked)}${digest(text).slice(0, 22)}.json`), text)) makeRoom(folder)
    },
  }
}

function touch(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // In a folder that can only be read, nothing is ever evicted either.
  }
}
