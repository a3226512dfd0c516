import type { TextTree } from '../../model/text-tree.js'
import type { Library, SourceFile } from '../library.js'
import { resolve } from '../refs/resolve.js'
import type { Burden } from './burden.js'

/** Past this many levels the document counts as endless: who walks it would run out of stack. */
const deepest = 3_000

/** Measures a document without writing anything out: each of its parts is looked at once. */
export function burdenOf(library: Library): Burden {
  const extents = new Map<TextTree, number>()
  const chains = new Map<TextTree, number>()
  const open = new Set<TextTree>()
  let chain = 0

  const measure = (file: SourceFile, node: TextTree, depth: number): number => {
    if (node.kind === 'scalar' || node.kind === 'unknown') return 1
    const known = extents.get(node)
    if (known !== undefined) return known
    // What leads back to itself is left as a reference there.
    if (open.has(node)) return 0
    if (depth > deepest) return Number.POSITIVE_INFINITY
    open.add(node)
    const ref = node.kind === 'map' ? node.entries.get('$ref') : undefined
    const found =
      ref?.kind === 'scalar' && typeof ref.value === 'string' ? resolve(library, file, ref.value) : undefined
    let extent = 1
    if (found?.ok) {
      extent += measure(found.spot.file, found.spot.node, depth + 1)
      chains.set(node, 1 + (chains.get(found.spot.node) ?? 0))
      chain = Math.max(chain, chains.get(node) ?? 0)
    }
    for (const inner of node.kind === 'list' ? node.items : node.entries.values()) {
      extent += measure(file, inner, depth + 1)
    }
    open.delete(node)
    extents.set(node, extent)
    return extent
  }

  const extent = measure(library.root, library.root.tree, 0)
  return { extent, chain }
}
