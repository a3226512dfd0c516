import type { TextMap, TextTree } from '../../model/text-tree.js'

/** Two values for one key, as swagger-jsdoc merges them: maps by key, lists by index, else the later; null replaces nothing. */
function mergeTrees(first: TextTree | undefined, second: TextTree): TextTree {
  if (first === undefined) return second
  if (second.kind === 'scalar' && second.value === null) return first
  if (first.kind === 'map' && second.kind === 'map') {
    const entries = new Map(first.entries)
    for (const [key, entry] of second.entries) entries.set(key, mergeTrees(entries.get(key), entry))
    return { ...first, entries }
  }
  if (first.kind === 'list' && second.kind === 'list') {
    const longer = first.items.length > second.items.length ? first.items.slice(second.items.length) : []
    return { ...first, items: [...second.items.map((item, index) => mergeTrees(first.items[index], item)), ...longer] }
  }
  return second
}

/** Keys that a block gives to the document as a whole; any other is a path. */
const shared = new Set([
  ...['components', 'consumes', 'produces', 'paths', 'securityDefinitions', 'responses', 'parameters', 'definitions'],
])

/** What is named and left empty becomes an empty map. */
function filled(entries: TextMap['entries']): TextMap['entries'] {
  const one = (tree: TextTree): TextTree =>
    tree.kind === 'scalar' && tree.value === null ? { kind: 'map', entries: new Map(), at: tree.at } : tree
  return new Map([...entries].map(([key, tree]) => [key, one(tree)]))
}

/** The document with what a block adds to it. */
export function withBlock(document: TextMap, block: TextTree): TextMap {
  if (block.kind !== 'map') return document
  const entries = new Map(document.entries)
  const into = (key: string, tree: TextTree): void => {
    entries.set(key, mergeTrees(entries.get(key), tree))
  }
  for (const [key, tree] of block.entries) {
    if (key.startsWith('x-') || key === 'tags') continue
    if (shared.has(key)) into(key, tree.kind === 'map' ? { ...tree, entries: filled(tree.entries) } : tree)
    else into('paths', { kind: 'map', entries: filled(new Map([[key, tree]])), at: tree.at })
  }
  return { ...document, entries }
}
