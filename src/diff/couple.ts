import type { Difference } from '../model/difference.js'
import { escapeStep } from '../model/elements.js'
import type { Content, Endpoint, Header, Response } from '../model/endpoint.js'
import type { ElementAddress, Unverifiable } from '../model/finding.js'
import type { Schema, Schemas } from '../model/schema.js'
import { compareSchemas } from './compare.js'
import { essence, isSameMedia } from './media-types.js'
import { parameterPairs } from './parameter-pairs.js'
import { pathValue } from './path-value.js'
import type { Direction } from './schema/form.js'
import { overlap, responseFor } from './statuses.js'

interface Found {
  readonly differences: Difference[]
  readonly unverifiable: Unverifiable[]
}

/** Compares every schema that both sides of a matched endpoint describe. */
export function compareCouple(
  spec: Endpoint,
  code: Endpoint,
  schemas: { readonly spec: Schemas; readonly code: Schemas },
): Found {
  const found: Found = { differences: [], unverifiable: [] }
  const compare = (documented: Schema, served: Schema, direction: Direction, address: ElementAddress) => {
    const verdict = compareSchemas({
      spec: { schema: documented, schemas: schemas.spec },
      code: { schema: served, schemas: schemas.code },
      direction,
      address,
    })
    found.differences.push(...verdict.differences)
    found.unverifiable.push(...verdict.unverifiable)
  }
  if (spec.sketch) return found
  for (const [documented, served] of parameterPairs(spec, code)) {
    const pointer = `/${escapeStep(documented.name)}`
    const address = { part: documented.in, status: null, mediaType: null, pointer }
    const before = found.differences.length
    const value = (schema: Schema) => (documented.in === 'path' ? pathValue(schema) : schema)
    compare(value(documented.schema), value(served.schema), 'request', address)
    if (served.unread !== undefined && found.differences.length === before)
      found.unverifiable.push({ ...address, reason: served.unread })
  }
  for (const [documented, served] of contentPairs(spec.body?.contents ?? [], code.body?.contents ?? [])) {
    compare(documented.schema, served.schema, 'request', {
      part: 'request',
      status: null,
      mediaType: documented.mediaType,
      pointer: '',
    })
  }
  for (const response of code.responses) {
    const documented = counterpart(response, spec, code)
    if (documented === undefined) continue
    const address = { part: 'response', status: documented.status } as const
    for (const [theirs, ours] of contentPairs(documented.contents, response.contents)) {
      compare(theirs.schema, ours.schema, 'response', { ...address, mediaType: theirs.mediaType, pointer: '' })
    }
    for (const [theirs, ours] of headerPairs(documented.headers, response.headers)) {
      compare(theirs.schema, ours.schema, 'response', {
        ...address,
        mediaType: null,
        pointer: `/${escapeStep(theirs.name)}`,
      })
    }
  }
  return found
}

/**
 * The documented response that a response of the code stands for. Where the only success has another status on each side,
 * the bodies are still meant for each other.
 */
function counterpart(response: Response, spec: Endpoint, code: Endpoint): Response | undefined {
  const documented =
    responseFor(response.status, spec.responses) ?? spec.responses.find((one) => overlap(one.status, response.status))
  if (documented && documented.status !== 'default') return documented
  const [promised, ...morePromised] = spec.responses.filter(isSuccess)
  const [sent, ...moreSent] = code.responses.filter(isSuccess)
  const alone = morePromised.length === 0 && moreSent.length === 0
  return alone && sent === response ? (promised ?? documented) : documented
}

function isSuccess(response: Response): boolean {
  return response.status.startsWith('2')
}

/**
 * Representations that both sides have: the same media type to the letter (a version may stand in its parameters), else but for
 * its parameters, else the only one under a range.
 */
function contentPairs(spec: readonly Content[], code: readonly Content[]): [Content, Content][] {
  return code.flatMap((served): [Content, Content][] => {
    const documented =
      spec.find((content) => content.mediaType === served.mediaType) ??
      spec.find((content) => essence(content.mediaType) === essence(served.mediaType)) ??
      spec.find((content) => isSameMedia(content.mediaType, served.mediaType))
    return documented ? [[documented, served]] : []
  })
}

function headerPairs(spec: readonly Header[], code: readonly Header[]): [Header, Header][] {
  return spec.flatMap((header): [Header, Header][] => {
    const served = code.find((other) => other.name.toLowerCase() === header.name.toLowerCase())
    return served ? [[header, served]] : []
  })
}
