import type { TextTree } from '../../model/text-tree.js'
import type { SourceFile, Spot } from '../library.js'
import { escapeSegment } from './pointer.js'
import { isData } from './references.js'

type Anchors = ReadonlyMap<string, Spot | 'several'>
const anchorsByFile = new WeakMap<SourceFile, Anchors>()

/** The schema that calls itself `name` by `$anchor` in the same file. */
export function anchored(start: Spot, name: string): Spot | 'several' | undefined {
  const known = anchorsByFile.get(start.file) ?? anchorsOf(start.file)
  anchorsByFile.set(start.file, known)
  return known.get(name)
}

/** Below different `$id`s two schemas may take one name; which one is meant is then not followed. */
function anchorsOf(file: SourceFile): Anchors {
  const anchors = new Map<string, Spot | 'several'>()
  for (const key of ['$anchor', '$dynamicAnchor']) {
    named(file, key, (anchor, spot) => {
      const earlier = anchors.get(anchor)
      const again = earlier !== undefined && (earlier === 'several' || earlier.pointer !== spot.pointer)
      anchors.set(anchor, again ? 'several' : spot)
    })
  }
  return anchors
}

/** Every schema of a file that names itself by the key. */
export function named(file: SourceFile, key: string, take: (name: string, spot: Spot) => void): void {
  const visit = (node: TextTree, pointer: string, parent: string): void => {
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, `${pointer}/${index}`, '')
    } else if (node.kind === 'map') {
      const name = node.entries.get(key)
      if (name?.kind === 'scalar' && typeof name.value === 'string') take(name.value, { file, pointer, node })
      for (const [inner, value] of node.entries) {
        if (value.kind !== 'scalar' && !isData(inner, parent)) visit(value, `${pointer}/${escapeSegment(inner)}`, inner)
      }
    }
  }
  visit(file.tree, '', '')
}
