import type { DocumentProblem } from '../../model/contract.js'
import type { BrokenReference, Library, Reference, SourceFile } from '../library.js'
import { locate } from '../spot.js'
import { resolveMapping } from './mapping.js'
import { referencesOf } from './references.js'
import { follow, resolve } from './resolve.js'
import { targetOf } from './target.js'

/** Every reference of the document that leads nowhere, is refused, or runs in a circle of nothing but references. */
export function brokenReferences(library: Library): BrokenReference[] {
  const broken: BrokenReference[] = []
  for (const file of library.files.values()) {
    for (const reference of referencesOf(file.tree)) {
      const fault = faultOf(library, file, reference)
      if (fault === undefined) continue
      const { meant, ...told } = fault
      const { pointer, node } = reference
      const problem = { at: locate({ file, pointer, node }), ...told, source: 'tattletype' }
      broken.push({ file: file.id, pointer: holderOf(pointer), problem, ...(meant === undefined ? {} : { meant }) })
    }
  }
  return broken
}

type Fault = Pick<DocumentProblem, 'message' | 'reference'> & Pick<BrokenReference, 'meant'>

function faultOf(library: Library, file: SourceFile, { kind, ref }: Reference): Fault | undefined {
  if (kind === 'mapping') {
    const message = `the mapping leads to "${ref}", which is no schema`
    return resolveMapping(library, file, ref).ok ? undefined : { message }
  }
  const first = resolve(library, file, ref)
  if (!first.ok) {
    const forbidden = library.forbidden.has(targetOf(file.id, ref).id)
    return { message: first.reason, reference: forbidden ? 'refused' : 'broken' }
  }
  // A chain that breaks further on is told where it breaks; a circle has no such place.
  const end = follow(library, first.spot)
  if (!end.ok && end.circle === true) return { message: `$ref "${ref}" runs in a circle`, reference: 'broken' }
  const fragment = ref.split('#')[1] ?? ''
  const slip = fragment.includes('/') && !fragment.startsWith('/') && first.spot.pointer === `/${fragment}`
  return slip ? { message: `$ref "${ref}" lacks a slash behind the #`, meant: ref.replace('#', '#/') } : undefined
}

function holderOf(pointer: string): string {
  return pointer.replace(/\/\$ref$/, '')
}
