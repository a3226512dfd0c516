import { essence, isSameMedia } from '../diff/media-types.js'
import type { Content, Endpoint } from '../model/endpoint.js'
import type { Drift, ElementAddress } from '../model/finding.js'
import type { Location } from '../model/location.js'
import type { Pair } from '../model/pair.js'
import type { Observation } from '../model/rule.js'
import { cannotTell, gapAbout, hiding } from './gaps.js'
import { responsePairs } from './responses.js'
import { responseWords } from './words.js'

const request: ElementAddress = { part: 'request', status: null, mediaType: null, pointer: '' }

/** Request bodies that one side has or insists on, and the other not. */
export function* requestBodies({ spec, code }: Pair<'matched'>): Generator<Observation> {
  if (spec.sketch) return
  const gap = gapAbout(code, 'request')
  const drift = (message: string, severity: 'error' | 'warning'): Drift => ({
    ...request,
    message,
    severity,
    spec: spec.body?.at ?? spec.at,
    code: code.body?.at ?? code.at,
    proof: null,
  })
  if (spec.body && !code.body) {
    if (gap) yield cannotTell(request, gap.reason)
    else yield drift('A request body is documented, but the code does not read one.', 'error')
  } else if (!spec.body && code.body) {
    const open = gapAbout(spec, 'request')
    if (open) yield cannotTell(request, open.reason)
    else yield drift('The code reads a request body, which is not documented.', 'error')
  } else if (spec.body && code.body && spec.body.required !== undefined && code.body.required !== undefined) {
    if (spec.body.required && !code.body.required) {
      yield drift('The request body is required in the document, but the code also does without it.', 'warning')
    } else if (!spec.body.required && code.body.required) {
      const declared = code.body.contents.length > 0 && code.body.contents.every((content) => content.declared)
      const severity = declared ? 'warning' : 'error'
      yield drift('The code requires the request body; the document calls it optional.', severity)
    }
  }
}

/** Response bodies that one side has and the other not. */
export function* responseBodies({ spec, code }: Pair<'matched'>): Generator<Drift> {
  for (const { documented, served } of responsePairs(spec, code)) {
    const [promised, sent] = [documented.contents.length > 0, served.contents.length > 0]
    if (promised === sent || spec.method === 'HEAD') continue
    if (!promised && (served.implied || served.contents.every((content) => content.implied))) continue
    const words = responseWords(documented.status)
    yield {
      part: 'response',
      status: documented.status,
      mediaType: null,
      pointer: '',
      message: sent
        ? `The code sends a body with the ${words}, which is not documented.`
        : `The document describes a body for the ${words}, but the code sends none.`,
      spec: documented.at,
      code: served.at,
      proof: null,
      // Most documents name an error and leave its body unsaid.
      ...(sent && /^([45]|default)/.test(documented.status) ? { severity: 'info' as const } : {}),
    }
  }
}

interface Contents {
  readonly contents: readonly Content[]
  readonly at: Location
}

/** Content types that one side has and the other not. */
export function* mediaTypes(
  place: Pick<ElementAddress, 'part' | 'status'>,
  spec: Contents,
  code: Contents,
  endpoint: Endpoint,
): Generator<Observation> {
  if (spec.contents.length === 0 || code.contents.length === 0) return
  const verb = place.part === 'request' ? 'takes' : 'sends'
  const within = place.part === 'request' ? 'the request' : `the ${responseWords(place.status)}`
  const unknown = code.contents.find((content) => essence(content.mediaType) === '*/*')
  const isDocumented = (content: Content) =>
    spec.contents.some((known) => isSameMedia(known.mediaType, content.mediaType))
  // What reads forms takes either kind of them: a document that speaks of one is right.
  const isEnough = code.contents.some((content) => content.implied && isDocumented(content))
  const own = code.contents.filter((content) => !content.implied)
  // An implied body need not be described; one that is described is held against it where it is all there is.
  for (const content of own.length > 0 ? own : code.contents) {
    if (content === unknown || isEnough || isDocumented(content)) continue
    const said = spec.contents.map((known) => known.mediaType).join(', ')
    yield {
      ...place,
      mediaType: content.mediaType,
      pointer: '',
      message: `The code ${verb} ${content.mediaType} in ${within}; the document says ${said}.`,
      spec: spec.at,
      code: content.at,
      proof: null,
    }
  }
  for (const content of spec.contents) {
    if (code.contents.some((known) => isSameMedia(known.mediaType, content.mediaType))) continue
    // Where nothing fits, the other direction has told it already.
    if (!code.contents.some((known) => spec.contents.some((other) => isSameMedia(known.mediaType, other.mediaType))))
      continue
    const address = { ...place, mediaType: content.mediaType, pointer: '' }
    const gap = place.status === null ? gapAbout(endpoint, 'request') : hiding(endpoint, place.status)
    if (gap) yield cannotTell(address, gap.reason)
    else {
      yield {
        ...address,
        message: `The document offers ${content.mediaType} in ${within}, but the code never ${verb} it.`,
        severity: place.part === 'request' ? 'error' : 'warning',
        spec: content.at,
        code: code.at,
        proof: null,
      }
    }
  }
}
