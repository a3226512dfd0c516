import type { BrokenReference, Library } from '../library.js'
import { locate } from '../spot.js'
import { referencesOf } from './references.js'
import { follow, resolve } from './resolve.js'

/** Every reference of the document that leads nowhere, is refused, or runs in a circle of nothing but references. */
export function brokenReferences(library: Library): BrokenReference[] {
  const broken: BrokenReference[] = []
  for (const file of library.files.values()) {
    for (const { ref, pointer, node } of referencesOf(file.tree)) {
      const first = resolve(library, file, ref)
      const found = first.ok ? follow(library, first.spot) : first
      // A chain that breaks further on is told where it breaks; a circle has no such place.
      if (found.ok || (first.ok && !found.reason.endsWith('in a circle'))) continue
      const at = locate({ file, pointer: `${pointer}/$ref`, node })
      const message = first.ok ? `$ref "${ref}" runs in a circle` : found.reason
      broken.push({ file: file.id, pointer, problem: { at, message, source: 'tattletype' } })
    }
  }
  return broken
}
