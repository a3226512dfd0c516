import type { TextTree } from '../../model/text-tree.js'
import type { Reference } from '../library.js'
import { escapeSegment } from './pointer.js'

/** Keys whose value is somebody's data: a `$ref` in there is no reference. */
const dataKeys = new Set(['example', 'default', 'enum', 'const', 'value'])

/** Maps whose keys are names that the author chose. */
const nameMaps = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies', 'schemas'],
  ...['responses', 'parameters', 'headers', 'requestBodies', 'examples', 'securitySchemes', 'links', 'callbacks'],
  ...['pathItems', 'paths', 'webhooks', 'content', 'encoding', 'variables', 'mediaTypes', 'securityDefinitions'],
])

/** Whether what stands under `key` of a map that itself stands under `parent` is data, not description. */
export function isData(key: string, parent: string): boolean {
  if (nameMaps.has(parent)) return false
  return dataKeys.has(key) || key.startsWith('x-')
}

const known = new WeakMap<TextTree, readonly Reference[]>()

/** Every reference of a file, in the order of the text; a file is gone through once, whoever asks. */
export function referencesOf(tree: TextTree): readonly Reference[] {
  const before = known.get(tree)
  if (before !== undefined) return before
  const found: Reference[] = []
  collect(tree, '', '', found)
  known.set(tree, found)
  return found
}

function collect(node: TextTree, pointer: string, parent: string, found: Reference[]): void {
  if (node.kind === 'list') {
    // Examples of a schema are a plain list of data.
    if (parent !== 'examples')
      for (const [index, item] of node.items.entries()) collect(item, `${pointer}/${index}`, '', found)
    return
  }
  if (node.kind !== 'map') return
  const own = node.entries.get('$ref')
  if (own?.kind === 'scalar' && typeof own.value === 'string' && parent !== 'properties') {
    found.push({ kind: '$ref', ref: own.value, pointer: `${pointer}/$ref`, node: own })
  }
  if (parent === 'discriminator') mappings(node.entries.get('mapping'), `${pointer}/mapping`, found)
  for (const [key, value] of node.entries) {
    if (value.kind === 'scalar' || isData(key, parent)) continue
    collect(value, `${pointer}/${escapeSegment(key)}`, key, found)
  }
}

function mappings(node: TextTree | undefined, pointer: string, found: Reference[]): void {
  if (node?.kind !== 'map') return
  for (const [key, value] of node.entries) {
    if (value.kind !== 'scalar' || typeof value.value !== 'string') continue
    found.push({ kind: 'mapping', ref: value.value, pointer: `${pointer}/${escapeSegment(key)}`, node: value })
  }
}
