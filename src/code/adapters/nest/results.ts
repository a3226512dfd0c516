import type { Content, Gap, Header, Response } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import { serialise } from '../../controllers/serialise.js'
import { nothing, wrapped } from '../../controllers/wrapping.js'
import { decorated, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Interceptor } from './interceptor.js'
import { interceptorsOf } from './interceptors.js'
import { onlyThrows } from './only-throws.js'
import { sendsByFastify } from './platform.js'
import { redirections, redirectsGivenBack } from './redirects.js'
import { sentTypes } from './returned.js'
import type { Route } from './route.js'
import { writeOptionsOf } from './serialising.js'
import { type SetOnResponse, setOnResponse } from './set-on-response.js'
import { statusNumber } from './status.js'
import { streamTypes } from './streams.js'

/** The answer of a handler that returns its value: the status, and the value as the framework sends it. One that only throws has none. */
export function readResult(
  project: Project,
  route: Route,
): { readonly responses: readonly Response[]; readonly gaps: readonly Gap[] } {
  const { handler } = route
  const at = project.locate(handler.name)
  if (onlyThrows(project, handler)) return { responses: [], gaps: [] }
  const headers = headersOf(project, route)
  const gaps: Gap[] = []
  const redirect = decorated(project, handler, 'Redirect')[0]
  if (redirect) {
    const status = redirect.args[1] ? statusNumber(project, redirect.args[1]) : 302
    const others = redirectsGivenBack(project, handler)
    if (others === null)
      gaps.push({
        about: 'status',
        reason: 'the handler gives back the status of the redirection',
        at,
        statuses: redirections,
      })
    const statuses = new Set([status ?? 302, ...(others ?? [])])
    return { responses: [...statuses].map((one) => ({ status: String(one), contents: [], headers, at })), gaps }
  }
  const coded = decorated(project, handler, 'HttpCode')[0]?.args[0]
  const status = coded ? statusNumber(project, coded) : route.method === 'POST' ? 201 : 200
  if (status === null)
    gaps.push({ about: 'status', reason: 'the status of @HttpCode is not known before run time', at })
  const sets = setsOf(project, route)
  for (const { unread } of sets)
    if (unread) gaps.push({ about: 'status', reason: 'the status is set while the request runs', at: unread })
  const contents = contentsOf(project, route)
  const own = sets.some(({ always }) => always) || status === null ? [] : [status]
  const doubtful = sets.some(({ unread }) => unread !== null) ? { implied: true as const } : {}
  const responses = [...new Set([...own, ...sets.flatMap(({ statuses }) => statuses)])].map(
    (one): Response => ({
      status: String(one),
      contents: bodiless.has(one) ? [] : contents,
      headers,
      at,
      ...(one === status ? doubtful : {}),
    }),
  )
  return { responses, gaps }
}

const bodiless = new Set([204, 205, 304])

/** What the handler and the interceptors around it set on the response before the framework sends it. */
function setsOf(project: Project, route: Route): readonly SetOnResponse[] {
  const around = interceptorsOf(project, route).flatMap(({ sets }) => (sets ? [sets] : []))
  return [setOnResponse(project, route.handler), ...around]
}

function headersOf(project: Project, route: Route): readonly Header[] {
  return decorated(project, route.handler, 'Header').flatMap(({ args, node }): Header[] => {
    const name = plain(project, args[0])
    if (typeof name !== 'string' || name.toLowerCase() === 'content-type') return []
    return [
      {
        name,
        required: true,
        schema: { type: ['string'], inexact: 'the value of a header is text' },
        at: project.locate(node),
      },
    ]
  })
}

function contentsOf(project: Project, route: Route): readonly Content[] {
  const { handler } = route
  const at = project.locate(handler.type ?? handler.name)
  const stated = decorated(project, handler, 'Header').find(
    ({ args }) => String(plain(project, args[0])).toLowerCase() === 'content-type',
  )
  const mediaType = stated && plain(project, stated.args[1])
  const stands = typeof mediaType === 'string' ? (mediaType.split(';')[0] ?? mediaType).trim() : null
  const types = setsOf(project, route).flatMap((one) => (one.mediaType === undefined ? [] : [one.mediaType]))
  // What the code sets it sets last, and perhaps on some ways only.
  const written = types.length === 0 ? stands : types.length === 1 ? (types[0] ?? '*/*') : '*/*'
  if (decorated(project, handler, 'Render').length > 0)
    return [{ mediaType: 'text/html', schema: { inexact: 'a rendered page' }, at }]
  if (decorated(project, handler, 'Sse').length > 0)
    return [{ mediaType: 'text/event-stream', schema: { inexact: 'a stream of events' }, at }]
  const { json, text, stream, signs, unknown, absent } = sentTypes(project, handler, route.controller)
  const interceptors = interceptorsOf(project, route)
  const wraps = interceptors.some(({ kind }) => kind === 'wrap' || kind === 'unknown')
  const contents: Content[] = []
  if (stream) contents.push(...filesOf(project, route, written, at))
  const asJson = wraps ? [...json, ...text] : json
  const texts = wraps ? [] : text
  if (asJson.length > 0 || unknown || (wraps && !stream)) {
    const schemas: Schema[] = asJson.map((type) => project.types.sent(type, handler.type ?? handler))
    if (unknown) schemas.push({ inexact: '`any`' })
    else if (signs.length > 0)
      schemas.push(
        perhaps(
          schemas,
          signs.map((type) => project.types.sent(type, handler)),
        ),
      )
    if (wraps && absent.null) schemas.push({ type: ['null'] })
    if (wraps && absent.undefined) schemas.push(nothing)
    const [only, ...more] = schemas
    const value: Schema =
      only && more.length === 0 ? only : schemas.length === 0 ? { inexact: 'nothing is returned' } : { anyOf: schemas }
    const schema = through(project, route, interceptors, value)
    // Of a value that is not known it is not known either whether it is sent.
    const doubtful = asJson.length === 0 && !wraps
    const mediaType = written ?? (doubtful ? '*/*' : 'application/json')
    contents.push({ mediaType, schema, at, ...(doubtful ? { implied: true } : {}) })
  }
  if (texts.length > 0) {
    const schemas = texts.map((type) => project.types.sent(type, handler.type ?? handler))
    const [only, ...more] = schemas
    contents.push({
      mediaType: written ?? (sendsByFastify(project) ? 'text/plain' : 'text/html'),
      schema: only && more.length === 0 ? only : { anyOf: schemas },
      at,
    })
  }
  return contents
}

/** The files that a handler gives back: what is set on the response wins over what they are made with. */
function filesOf(project: Project, { handler }: Route, written: string | null, at: Location): readonly Content[] {
  const types = written === null ? streamTypes(project, handler) : [written]
  return types.map((type) => ({
    mediaType: type ?? '*/*',
    schema: { inexact: 'a file' },
    at,
    ...(type === null || type === '*/*' ? { implied: true as const } : {}),
  }))
}

/** The same values once more, with others beside them that may or may not be sent. */
function perhaps(sent: readonly Schema[], signs: readonly Schema[]): Schema {
  return { anyOf: [...sent, ...signs], inexact: 'a bare value beside an object is taken for a sign between functions' }
}

function through(project: Project, route: Route, interceptors: readonly Interceptor[], value: Schema): Schema {
  return interceptors.reduce((schema: Schema, interceptor): Schema => {
    if (interceptor.kind === 'serialise') {
      const options = writeOptionsOf(project, route, interceptor.options)
      return options.unread === undefined ? serialise(project, schema, options) : { inexact: options.unread }
    }
    if (interceptor.kind === 'unknown') return { inexact: interceptor.reason }
    return interceptor.kind === 'wrap' ? wrapped(project, interceptor, schema) : schema
  }, value)
}
