import SwaggerParser from '@apidevtools/swagger-parser'
import type { DocumentProblem } from '../../model/contract.js'
import type { Library } from '../library.js'
import { decodeFragment } from '../refs/pointer.js'
import { locate } from '../spot.js'
import { spotAt } from './locate-pointer.js'
import type { SoundValues } from './sound-values.js'
import { placesOfFailure } from './swagger-parser-failure.js'

/**
 * What swagger-parser refuses. It reads nothing itself: its resolver hands out the files that were read before, and
 * its own file and http resolvers are switched off. It does not know 3.2.
 */
export async function swaggerParserProblems(library: Library, values: SoundValues): Promise<DocumentProblem[]> {
  if (library.dialect === 'openapi-3.2') return []
  const valueIn = (id: string) => {
    const file = library.files.get(id) ?? library.files.get(decodeFragment(id))
    if (file === undefined) throw new Error(`${id} was not read`)
    return values(file)
  }
  try {
    // Its types know documents only as literal OpenAPI types; what is handed in is what it is there to judge.
    const api = valueIn(library.root.id) as unknown as Parameters<typeof SwaggerParser.validate>[1] & object
    await SwaggerParser.validate(library.root.id, api, {
      resolve: {
        file: false,
        http: false,
        library: { order: 1, canRead: true, read: ({ url }: { url: string }) => url },
      },
      parse: {
        ...{ json: false, yaml: false, text: false, binary: false },
        library: { order: 1, canParse: true, parse: ({ url }: { url: string }) => valueIn(url) },
      },
      dereference: { circular: 'ignore' },
    })
    return []
  } catch (failure) {
    return placesOfFailure(library, failure).flatMap(({ pointer, message }) => {
      const spot = spotAt(library, library.root, pointer)
      // Only running the code would tell what stands there.
      return spot.node.kind === 'unknown' ? [] : [{ at: locate(spot), message, source: 'swagger-parser' }]
    })
  }
}
