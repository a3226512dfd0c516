import type { Library, SourceFile, Spot } from '../library.js'
import { segmentsOf } from '../refs/pointer.js'
import { follow } from '../refs/resolve.js'
import { step, topOf } from '../spot.js'

/** Where a pointer into the document with all references written out leads; as far as it can be followed. */
export function spotAt(library: Library, file: SourceFile, pointer: string): Spot {
  let at = topOf(file)
  for (const segment of segmentsOf(pointer)) {
    const next = step(at, segment) ?? throughRef(library, at, segment)
    if (next === undefined) return at
    at = next
  }
  return at
}

function throughRef(library: Library, spot: Spot, segment: string): Spot | undefined {
  const found = follow(library, spot)
  return found.ok ? step(found.spot, segment) : undefined
}
