import SwaggerParser from '@apidevtools/swagger-parser'
import type { DocumentProblem } from '../../model/contract.js'
import type { BrokenReference, Library } from '../library.js'
import { decodeFragment } from '../refs/pointer.js'
import { locate } from '../spot.js'
import { spotAt } from './locate-pointer.js'
import { soundValue } from './sound-value.js'
import { placesOfFailure } from './swagger-parser-failure.js'

/**
 * What swagger-parser refuses. It reads nothing itself: its resolver hands out the files that were read before, and
 * its own file and http resolvers are switched off. It does not know 3.2.
 */
export async function swaggerParserProblems(
  library: Library,
  broken: readonly BrokenReference[],
): Promise<DocumentProblem[]> {
  if (library.dialect === 'openapi-3.2') return []
  const valueIn = (id: string) => {
    const file = library.files.get(id) ?? library.files.get(decodeFragment(id))
    if (file === undefined) throw new Error(`${id} was not read`)
    const pointers = broken.filter((reference) => reference.file === file.id).map(({ pointer }) => pointer)
    return soundValue(file.tree, new Set(pointers))
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
    return placesOfFailure(library, failure).map(({ pointer, message }) => ({
      at: locate(spotAt(library, library.root, pointer)),
      message,
      source: 'swagger-parser',
    }))
  }
}
