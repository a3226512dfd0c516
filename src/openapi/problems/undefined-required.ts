import type { DocumentProblem } from '../../model/contract.js'
import type { TextMap, TextTree } from '../../model/text-tree.js'
import type { Library, SourceFile } from '../library.js'
import { escapeSegment } from '../refs/pointer.js'
import { isData, referencesOf } from '../refs/references.js'
import { follow, resolve } from '../refs/resolve.js'
import { locate } from '../spot.js'

/** Keywords beside which another schema may describe the property. */
const openings = [
  'additionalProperties',
  'patternProperties',
  'unevaluatedProperties',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependentSchemas',
]
const branch = /\/(allOf|anyOf|oneOf)\/\d+$|\/(not|if|then|else)$/

/**
 * A name under `required` that is no property of its object: a typing slip that no other tool tells by default. Only
 * where nothing else could describe the property: the object is closed, and part of no composition.
 */
export function undefinedRequired(library: Library): DocumentProblem[] {
  const composed = composedPlaces(library)
  const problems: DocumentProblem[] = []
  const visit = (file: SourceFile, node: TextTree, pointer: string, parent: string): void => {
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(file, item, `${pointer}/${index}`, '')
    }
    if (node.kind !== 'map') return
    if (!branch.test(pointer) && !composed.has(`${file.id}#${pointer}`)) problems.push(...slips(file, node, pointer))
    for (const [key, value] of node.entries) {
      if (value.kind !== 'scalar' && !isData(key, parent)) visit(file, value, `${pointer}/${escapeSegment(key)}`, key)
    }
  }
  for (const file of library.files.values()) visit(file, file.tree, '', '')
  return problems
}

function slips(file: SourceFile, { entries, incomplete }: TextMap, pointer: string): DocumentProblem[] {
  const properties = entries.get('properties')
  const required = entries.get('required')
  if (properties?.kind !== 'map' || required?.kind !== 'list' || (incomplete ?? properties.incomplete) !== undefined)
    return []
  if (openings.some((word) => entries.has(word))) return []
  return required.items.flatMap((node, index): DocumentProblem[] => {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || properties.entries.has(node.value)) return []
    const at = locate({ file, pointer: `${pointer}/required/${index}`, node })
    return [{ at, message: `"${node.value}" is required, but is no property of the object`, source: 'tattletype' }]
  })
}

/** Schemas that some composition refers to: what they require, another part of it may describe. */
function composedPlaces(library: Library): ReadonlySet<string> {
  const places = new Set<string>()
  for (const file of library.files.values()) {
    for (const { kind, ref, pointer } of referencesOf(file.tree)) {
      if (kind !== '$ref' || !branch.test(pointer.replace(/\/\$ref$/, ''))) continue
      const first = resolve(library, file, ref)
      const end = first.ok ? follow(library, first.spot) : first
      if (end.ok) places.add(`${end.spot.file.id}#${end.spot.pointer}`)
    }
  }
  return places
}
