import { type Config, lintDocument } from '@redocly/openapi-core'
import type { DocumentProblem } from '../../model/contract.js'
import type { Library } from '../library.js'
import { decodeFragment } from '../refs/pointer.js'
import { child, locate, topOf } from '../spot.js'
import { LibraryResolver } from './library-resolver.js'
import { spotAt } from './locate-pointer.js'
import type { SoundValues } from './sound-values.js'

/** What Redocly's lint calls an error under the given configuration. */
export async function redoclyProblems(
  library: Library,
  values: SoundValues,
  config: Config,
): Promise<DocumentProblem[]> {
  const resolver = new LibraryResolver(library, values)
  const source = await resolver.loadExternalRef(library.root.id)
  try {
    const document = resolver.parseDocument(source)
    const found = await lintDocument({ document, config, externalRefResolver: resolver })
    return found.flatMap((problem): DocumentProblem[] => {
      const place = problem.location[0]
      if (problem.severity !== 'error' || problem.ignored === true || place === undefined) return []
      const pointer = decodeFragment(place.pointer ?? '#/').replace(/^#\/?/, '/')
      const file = library.files.get(place.source.absoluteRef) ?? library.root
      const spot = spotAt(library, file, pointer === '/' ? '' : pointer)
      // References are checked by ourselves, with where they may lead; what an extension holds is its own affair.
      if (problem.ruleId === 'no-unresolved-refs' || (problem.ruleId === 'struct' && /\/x-/.test(pointer))) return []
      // Only running the code would tell what stands there; and examples outside the document are nobody's promise.
      if (spot.node.kind === 'unknown' || pointer.endsWith('/externalValue')) return []
      const message = problem.message.replace(/\s+/g, ' ').trim()
      return [{ at: locate(spot), message, source: `redocly/${problem.ruleId}` }]
    })
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
    // Redocly gives up where it does not understand the version, and says no place.
    const top = topOf(library.root)
    const version = child(top, library.dialect === 'swagger-2.0' ? 'swagger' : 'openapi')
    return [{ at: locate(version ?? top), message, source: 'redocly' }]
  }
}
