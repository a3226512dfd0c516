import type { TextPlace, TextTree } from '../../model/text-tree.js'
import type { Block } from './blocks.js'

/** A tree that was read from a block, with the places that its parts have in the block's file. */
export function movedTo(tree: TextTree, block: Block, file: string, home: string): TextTree {
  const place = ({ line, column }: TextPlace): TextPlace => {
    const origin = block.lines[line - 1]
    const at = { line: origin?.line ?? line, column: column + (origin?.before ?? 0) }
    return file === home ? at : { ...at, file }
  }
  const move = (part: TextTree): TextTree => {
    const at = place(part.at)
    if (part.kind === 'list') return { ...part, at, items: part.items.map(move) }
    if (part.kind === 'map')
      return { ...part, at, entries: new Map([...part.entries].map(([key, one]) => [key, move(one)])) }
    return { ...part, at }
  }
  return move(tree)
}
