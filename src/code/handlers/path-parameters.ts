import type { ParameterPlace } from '../../model/endpoint.js'
import { matchOf } from '../../patterns/matching.js'
import type { PathParameters } from './route-facts.js'

interface PathTemplate {
  readonly path: string
  readonly patterns: Readonly<Record<string, string>>
}

/**
 * What the template says of its parameters. A wildcard may stand for any number of segments, none among them; `mayBeEmpty`
 * where the framework takes a request to `/pets/` for one to `/pets/:id`.
 */
export function parametersOf(
  { path, patterns }: PathTemplate,
  mayBeEmpty: boolean,
  places: readonly ParameterPlace[] = ['path'],
): PathParameters {
  const names = [...path.matchAll(/\{([^*}]+)\}/g)].map((match) => match[1] ?? '')
  const takesNothing = (name: string) => {
    const pattern = patterns[name]
    return mayBeEmpty || (pattern !== undefined && matchOf(pattern, '') !== 'differs')
  }
  return {
    filled: new Set(names.filter((name) => !takesNothing(name))),
    texts: new Set(names.filter(takesNothing)),
    complete: !path.includes('{*'),
    places,
  }
}
