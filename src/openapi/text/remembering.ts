import type { Result } from '../../model/result.js'
import type { TextTree } from '../../model/text-tree.js'
import type { UserError } from '../../model/user-error.js'
import { type Block, entryBlocks, valueStart } from './blocks.js'
import { parseText } from './parse.js'
import type { ParseText } from './parse-text.js'
import { parseYaml } from './yaml.js'

/** An entry of fewer characters is read whole; beyond, what stands below its key is cut again. */
const wholeBelow = 1_500

/** What is remembered, in characters, before what was not asked for since is forgotten. */
const mostRemembered = 20_000_000

type Entry = readonly [key: string, value: TextTree]

/**
 * A parser for many versions of one text: it reads the entries of YAML mappings one by one, and those that it has read before
 * not again. Its trees are those of {@link parseText}, but their places count from the beginning of some entry. A text that
 * cannot be cut, such as one whose parts refer to each other's anchors, is read whole.
 */
export function rememberingParser(): ParseText {
  let recent = new Map<string, Entry | null>()
  let earlier = recent
  let held = 0

  function remembered(piece: string): Entry | null {
    const known = recent.get(piece) ?? earlier.get(piece)
    const entry = known === undefined ? entryIn(piece) : known
    if (!recent.has(piece)) {
      if (held > mostRemembered) {
        earlier = recent
        recent = new Map()
        held = 0
      }
      recent.set(piece, entry)
      held += piece.length
    }
    return entry
  }

  function entryOf(text: string, block: Block, depth: number): Entry | null {
    const { start, end } = block
    const below = end - start < wholeBelow || depth === deepestCut ? undefined : valueStart(text, block)
    const entries = below === undefined ? undefined : entriesOf(text, below, end, depth + 1)
    if (below === undefined || entries === undefined) return remembered(text.slice(start, end))
    const key = remembered(text.slice(start, below))?.[0]
    return key === undefined ? null : [key, { kind: 'map', entries, at: top }]
  }

  function entriesOf(text: string, start: number, end: number, depth: number): Map<string, TextTree> | undefined {
    const entries = new Map<string, TextTree>()
    for (const block of entryBlocks(text, start, end) ?? []) {
      const entry = entryOf(text, block, depth)
      if (entry === null || entries.has(entry[0])) return undefined
      entries.set(entry[0], entry[1])
    }
    return entries.size > 0 ? entries : undefined
  }

  return (text: string, file: string): Result<TextTree, UserError> => {
    const body = text.replace(/^---[ \r]*\n/, '')
    const plain = /\.ya?ml$/i.test(file) && !/^(?:---|\.\.\.|%|\uFEFF)/m.test(body)
    const entries = plain ? entriesOf(body, 0, body.length, 0) : undefined
    return entries === undefined ? parseText(text, file) : { ok: true, value: { kind: 'map', entries, at: top } }
  }
}

const deepestCut = 4
const top = { line: 1, column: 1 }

/** The one entry of a piece of YAML; null where it is anything else by itself. */
function entryIn(piece: string): Entry | null {
  const tree = parseYaml(piece, '')
  if (!tree.ok || tree.value.kind !== 'map' || tree.value.entries.size !== 1) return null
  const [entry] = tree.value.entries
  return entry ?? null
}
