import { type Config, lintDocument, type NormalizedProblem } from '@redocly/openapi-core'
import type { DocumentProblem } from '../../model/contract.js'
import type { Result } from '../../model/result.js'
import type { Library, LoadOptions } from '../library.js'
import { decodeFragment } from '../refs/pointer.js'
import { child, locate, topOf } from '../spot.js'
import { type Burden, longestChain } from './burden.js'
import { LibraryResolver } from './library-resolver.js'
import type { Lint } from './lint-config.js'
import { spotAt } from './locate-pointer.js'
import { lintConfig, structure } from './redocly-config.js'
import type { SoundValues } from './sound-values.js'

/** What Redocly's lint calls an error under the project's configuration, else under the rules on structure. */
export async function redoclyProblems(
  library: Library,
  values: SoundValues,
  options: LoadOptions,
  burden: Burden,
): Promise<Lint> {
  if (burden.chain > longestChain || burden.extent === Number.POSITIVE_INFINITY) return unasked(library)
  const document = library.root.id
  const { config, notices, file } = await lintConfig(document, options)
  const found = await lint(library, values, config, file === undefined)
  if (found.ok) return { problems: found.value, notices }
  const plain = await lint(library, values, await structure(), true)
  if (plain.ok && file !== undefined) {
    return {
      problems: plain.value,
      notices: [...notices, `${file}: the lint configuration is not used: ${found.error}`],
    }
  }
  if (isExhaustion(found.error)) return unasked(library)
  // Redocly gives up where it does not understand the version, and says no place.
  const top = topOf(library.root)
  const version = child(top, library.dialect === 'swagger-2.0' ? 'swagger' : 'openapi')
  return { problems: [{ at: locate(version ?? top), message: found.error, source: 'redocly' }], notices }
}

/** A document that is nested too deeply has no fault that Redocly could name. */
function isExhaustion(message: string): boolean {
  return message === 'Maximum call stack size exceeded'
}

function unasked({ root }: Library): Lint {
  return { problems: [], notices: [`${root.name}: Redocly was not asked: references lead too far into one another`] }
}

/** The warnings of our own rules are minor faults; those of a project's are its own affair. */
async function lint(
  library: Library,
  values: SoundValues,
  config: Config,
  warnings: boolean,
): Promise<Result<DocumentProblem[], string>> {
  const externalRefResolver = new LibraryResolver(library, values)
  try {
    const source = await externalRefResolver.loadExternalRef(library.root.id)
    const document = externalRefResolver.parseDocument(source)
    const found = await lintDocument({ document, config, externalRefResolver })
    const told = found.filter(({ severity }) => severity === 'error' || warnings)
    return { ok: true, value: told.flatMap((problem) => problemOf(library, problem)) }
  } catch (error) {
    return { ok: false, error: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' }
  }
}

function problemOf(library: Library, problem: NormalizedProblem): DocumentProblem[] {
  const place = problem.location[0]
  if (problem.ignored === true || place === undefined) return []
  const pointer = decodeFragment(place.pointer ?? '#/').replace(/^#\/?/, '/')
  const file = library.files.get(place.source.absoluteRef) ?? library.root
  const spot = spotAt(library, file, pointer === '/' ? '' : pointer)
  // References are checked by ourselves, with where they may lead; what an extension holds is its own affair.
  if (problem.ruleId === 'no-unresolved-refs' || (problem.ruleId === 'struct' && /\/x-/.test(pointer))) return []
  // Only running the code would tell what stands there; and examples outside the document are nobody's promise.
  if (spot.node.kind === 'unknown' || pointer.endsWith('/externalValue')) return []
  const message = problem.message.replace(/\s+/g, ' ').trim()
  const minor = problem.severity === 'error' ? {} : ({ minor: true } as const)
  return [{ at: locate(spot), message, source: `redocly/${problem.ruleId}`, ...minor }]
}
