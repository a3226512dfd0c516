import type { Json } from '../../model/json.js'
import type { TextTree } from '../../model/text-tree.js'
import type { BrokenReference } from '../library.js'
import { escapeSegment } from '../refs/pointer.js'
import { isData } from '../refs/references.js'
import type { SoundValues } from './sound-values.js'

/** What each broken reference of a file is meant to say, by the pointer of its holder; none where it leads nowhere. */
type Broken = ReadonlyMap<string, string | undefined>

/** The values of all files, with what is broken in each. */
export function soundValues(broken: readonly BrokenReference[]): SoundValues {
  return (file) => {
    const here = broken.filter((reference) => reference.file === file.id)
    return soundValue(file.tree, new Map(here.map(({ pointer, meant }) => [pointer, meant])))
  }
}

/**
 * The plain value of a file for a validator that follows references itself: those that are broken are left out, so
 * that one of them does not keep the validator from the rest, or written as they are meant, so that nothing is told of
 * what they lead to; and data that looks like a reference is no reference.
 */
function soundValue(tree: TextTree, broken: Broken): Json {
  return sound(tree, '', '', broken, false)
}

function sound(node: TextTree, pointer: string, parent: string, broken: Broken, data: boolean): Json {
  if (node.kind === 'scalar') return node.value
  const meant = broken.get(pointer)
  if (node.kind === 'unknown' || (broken.has(pointer) && meant === undefined)) return {}
  if (node.kind === 'list') {
    const plain = data || parent === 'examples'
    return node.items.map((item, index) => sound(item, `${pointer}/${index}`, '', broken, plain))
  }
  const entries = [...node.entries].filter(([key]) => !data || key !== '$ref')
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === '$ref' && meant !== undefined) return [key, meant]
      const inner = `${pointer}/${escapeSegment(key)}`
      return [key, sound(value, inner, key, broken, data || isData(key, parent))]
    }),
  )
}
