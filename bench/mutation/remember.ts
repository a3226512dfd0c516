import { compareCouple } from '../../src/diff/couple.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schemas } from '../../src/model/schema.js'

/** Compares an endpoint only where it, or a schema that it reaches, is not what it was before. */
export function rememberingCouples(): typeof compareCouple {
  const known = new Map<Endpoint, Map<string, ReturnType<typeof compareCouple>>>()
  return (spec, code, schemas) => {
    const own = known.get(code) ?? new Map<string, ReturnType<typeof compareCouple>>()
    known.set(code, own)
    const key = wordsOf(spec, schemas.spec)
    const before = own.get(key)
    if (before !== undefined) return before
    const found = compareCouple(spec, code, schemas)
    own.set(key, found)
    return found
  }
}

/** All that the document says of the endpoint; lines and columns move with every change elsewhere. */
function wordsOf(endpoint: Endpoint, schemas: Schemas): string {
  const reached = new Set<string>()
  const write = (value: unknown): string =>
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'ref' && typeof inner === 'string') reached.add(inner)
      return key === 'line' || key === 'column' ? undefined : inner
    })
  const words = [write(endpoint)]
  // The set grows while it is walked: a schema that is reached reaches others.
  for (const name of reached) words.push(name, write(schemas[name] ?? null))
  return words.join('\n')
}
