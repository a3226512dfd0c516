import SwaggerParser from '@apidevtools/swagger-parser'
import type { DocumentProblem } from '../../model/contract.js'
import type { Library } from '../library.js'
import { decodeFragment } from '../refs/pointer.js'
import { locate } from '../spot.js'
import { type Burden, longestChain } from './burden.js'
import type { Lint } from './lint-config.js'
import { spotAt } from './locate-pointer.js'
import type { SoundValues } from './sound-values.js'
import { placesOfFailure } from './swagger-parser-failure.js'

/** Some times what the largest public documents come to; it looks at each of them. */
const mostValues = 10_000_000

/**
 * What swagger-parser refuses. It reads nothing itself: its resolver hands out the files that were read before, and
 * its own file and http resolvers are switched off. It does not know 3.2.
 */
export async function swaggerParserProblems(library: Library, values: SoundValues, burden: Burden): Promise<Lint> {
  if (library.dialect === 'openapi-3.2') return { problems: [], notices: [] }
  if (burden.extent > mostValues || burden.chain > longestChain) return unasked(library)
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
    return { problems: [], notices: [] }
  } catch (failure) {
    if (failure instanceof RangeError) return unasked(library)
    const problems = placesOfFailure(library, failure).flatMap(({ pointer, message }): DocumentProblem[] => {
      const spot = spotAt(library, library.root, pointer)
      // Only running the code would tell what stands there.
      return spot.node.kind === 'unknown' ? [] : [{ at: locate(spot), message, source: 'swagger-parser' }]
    })
    return { problems, notices: [] }
  }
}

function unasked({ root }: Library): Lint {
  return {
    problems: [],
    notices: [`${root.name}: swagger-parser was not asked: the document is too large with its references written out`],
  }
}
