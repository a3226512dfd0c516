import type { Library } from '../library.js'
import { escapeSegment } from '../refs/pointer.js'
import { child, children, textAt, topOf } from '../spot.js'

interface Failure {
  /** Into the document with its references written out. */
  readonly pointer: string
  readonly message: string
}

/** What swagger-parser threw, as places and words: Ajv's errors where it has them, else what its sentence names. */
export function placesOfFailure(library: Library, failure: unknown): Failure[] {
  const details = typeof failure === 'object' && failure !== null && 'details' in failure ? failure.details : undefined
  if (Array.isArray(details)) return deepest(details.flatMap(fromAjv))
  const message = (failure instanceof Error ? failure.message : String(failure)).split('\n')[0] ?? ''
  const plain = message.replace(/^Validation failed\. /, '')
  return [{ pointer: pointerIn(library, plain), message: plain }]
}

function fromAjv(error: unknown): Failure[] {
  if (typeof error !== 'object' || error === null) return []
  const { instancePath, keyword, message, params } = error as Readonly<Record<string, unknown>>
  if (typeof instancePath !== 'string' || typeof message !== 'string') return []
  const facts = typeof params === 'object' && params !== null ? (params as Readonly<Record<string, unknown>>) : {}
  // The branch of a reference is always among the branches that fail.
  if (keyword === 'required' && facts.missingProperty === '$ref') return []
  if (keyword === 'if' || keyword === 'oneOf' || keyword === 'anyOf') return [{ pointer: instancePath, message }]
  const extra = facts.additionalProperty ?? facts.unevaluatedProperty
  if (typeof extra === 'string') {
    return [{ pointer: `${instancePath}/${escapeSegment(extra)}`, message: `"${extra}" is not allowed here` }]
  }
  const values = Array.isArray(facts.allowedValues) ? `: ${facts.allowedValues.join(', ')}` : ''
  return [{ pointer: instancePath, message: `${message}${values}` }]
}

/** Every branch of a `oneOf` complains; the complaint that is deepest in the document is the one that helps. */
function deepest(failures: readonly Failure[]): Failure[] {
  const first = new Map<string, Failure>()
  for (const failure of failures) if (!first.has(failure.pointer)) first.set(failure.pointer, failure)
  const holders = new Set<string>()
  for (const pointer of first.keys()) {
    for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
      holders.add(pointer.slice(0, end))
      if (end === 0) break
    }
  }
  return [...first.values()].filter(({ pointer }) => !holders.has(pointer))
}

/** swagger-parser's own checks of 2.0 name a place as `/paths/pets/{id}/get/parameters/limit`. */
function pointerIn(library: Library, message: string): string {
  const top = topOf(library.root)
  const repeated = /^Duplicate operation id '(.*)'$/.exec(message)?.[1]
  if (repeated !== undefined) return secondOperation(library, repeated)
  const definition = /\/definitions\/([^\s']+)/.exec(message)?.[1]
  if (definition !== undefined) return `/definitions/${escapeSegment(definition)}`
  const names = children(child(top, 'paths')).map(([name]) => name)
  const named = names.filter((name) => message.includes(`/paths${name}`)).sort((a, b) => b.length - a.length)[0]
  if (named === undefined) return /version/i.test(message) ? versionPointer(library) : ''
  const rest = message.slice(message.indexOf(`/paths${named}`) + `/paths${named}`.length)
  const method = /^\/([a-z]+)/.exec(rest)?.[1]
  return `/paths/${escapeSegment(named)}${method === undefined ? '' : `/${method}`}`
}

function secondOperation(library: Library, id: string): string {
  const found = children(child(topOf(library.root), 'paths')).flatMap(([, item]) =>
    children(item).flatMap(([, operation]) => (textAt(operation, 'operationId') === id ? [operation] : [])),
  )
  const second = found[1] ?? found[0]
  return second === undefined ? '' : `${second.pointer}/operationId`
}

function versionPointer(library: Library): string {
  return library.dialect === 'swagger-2.0' ? '/swagger' : '/openapi'
}
