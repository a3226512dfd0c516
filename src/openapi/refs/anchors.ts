import type { TextTree } from '../../model/text-tree.js'
import type { SourceFile, Spot } from '../library.js'
import { escapeSegment } from './pointer.js'
import { isData } from './references.js'

const anchorsByFile = new WeakMap<SourceFile, ReadonlyMap<string, Spot>>()

/** The schema that calls itself `name` by `$anchor` in the same file. */
export function anchored(start: Spot, name: string): Spot | undefined {
  const known = anchorsByFile.get(start.file)
  if (known !== undefined) return known.get(name)
  const anchors = new Map<string, Spot>()
  for (const key of ['$anchor', '$dynamicAnchor']) named(start.file, key, (anchor, spot) => anchors.set(anchor, spot))
  anchorsByFile.set(start.file, anchors)
  return anchors.get(name)
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
