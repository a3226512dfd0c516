import type { Found, Library, SourceFile } from '../library.js'
import { escapeSegment } from './pointer.js'
import { resolve } from './resolve.js'

/** What a value of a discriminator's mapping leads to: the name of a schema of the document, else a reference. */
export function resolveMapping(library: Library, from: SourceFile, value: string): Found {
  const byName = resolve(library, library.root, `#/components/schemas/${encodeURIComponent(escapeSegment(value))}`)
  return byName.ok ? byName : resolve(library, from, value)
}
