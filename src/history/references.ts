import { readBlobs } from '../git/blobs.js'
import type { Repository } from '../git/repository.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { referencedFiles } from '../openapi/refs/files.js'
import type { Store } from './store.js'
import type { Part } from './version.js'

/** Who tells which other files a file of some commit refers to. */
export interface References {
  /** Has to be asked before {@link of}. */
  read(parts: readonly Part[]): Promise<Result<null, UserError>>
  of(part: Part): readonly string[]
}

/** Texts that are held at once. */
const atOnce = 100

/** References that were read before are taken from the store. */
export function referencesIn(repository: Repository, store: Store): References {
  const keyOf = ({ path, blob }: Part) => `${blob} ${path}`
  return {
    async read(parts) {
      const missing = parts.filter((part) => store.references(keyOf(part)) === undefined)
      for (let start = 0; start < missing.length; start += atOnce) {
        const some = missing.slice(start, start + atOnce)
        const texts = await readBlobs(
          repository,
          some.map(({ blob }) => blob),
          new Map(),
        )
        if (!texts.ok) return texts
        for (const part of some) store.keepReferences(keyOf(part), referencesOf(part, texts.value.get(part.blob) ?? ''))
      }
      return { ok: true, value: null }
    },
    of: (part) => store.references(keyOf(part)) ?? [],
  }
}

/** A text that refers only to itself, as most do, need not be parsed to see that. */
const elsewhere = /\$ref["']?\s*:\s*(["']?[^#"'\s]|[>|&*!])|\bmapping\b/

function referencesOf({ path }: Part, text: string): readonly string[] {
  return elsewhere.test(text) ? referencedFiles(text, path) : []
}
