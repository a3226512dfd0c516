import type { Gap, Header, Response } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import type { Wrapping } from '../../controllers/wrap.js'
import { nothing } from '../../controllers/wrapping.js'
import { plain } from '../../decorators/read-decorators.js'
import type { AbsentAnswer } from '../../handlers/dialect.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { statusNumber } from '../nest/status.js'
import type { Absences } from './absences.js'
import { type Answerer, refusalOf } from './answerer.js'
import { errorClassStatus } from './error-class.js'
import { interceptorsOf } from './interceptors.js'
import type { Route } from './route.js'
import { marked } from './vocabulary.js'

const errorBody = { mediaType: '*/*', schema: { inexact: 'the error handler writes it' } }

/** What `@HttpCode`, `@OnUndefined`, `@OnNull` and the server's defaults say. */
export function absencesOf(project: Project, route: Route, answerer: Answerer): Absences {
  const success = successOf(project, route)
  const onUndefined = given(project, route, 'OnUndefined', answerer)
  const onNull = given(project, route, 'OnNull', answerer)
  const { undefinedStatus, nullStatus } = route.server
  // A redirection or a page is sent whatever is returned.
  const replaced = marked(project, route.handler, 'Redirect', 'Render').length > 0
  if (replaced) return { success, undefined: empty(success), null: empty(success), stated: [] }
  const gone = wrappedAbsences(interceptorsOf(project, route), success)
  if (gone) return { success, ...gone, stated: [] }
  return {
    success,
    undefined: onUndefined ?? (undefinedStatus === null ? error(refusalOf(answerer, 404)) : empty(undefinedStatus)),
    null: written(onNull ?? empty(nullStatus ?? 204), route),
    stated: [onUndefined, onNull].flatMap((one) => (one?.statuses.known ? one.statuses.values : [])),
  }
}

function successOf(project: Project, route: Route): number {
  const code = marked(project, route.handler, 'HttpCode')[0]?.args[0]
  return (code && statusNumber(project, code)) ?? 200
}

/** What interceptors, which are handed nothing and null like any value, make of them; null where they leave them so. */
function wrappedAbsences(
  interceptors: readonly Wrapping[],
  success: number,
): Pick<Absences, 'undefined' | 'null'> | null {
  const last = interceptors.findLast(({ kind }) => kind !== 'nothing')
  if (!last) return null
  if (last.kind === 'unknown') {
    const answer: AbsentAnswer = { statuses: { known: false, reason: last.reason }, content: null }
    return { undefined: answer, null: answer }
  }
  const answer = (schema: Schema): AbsentAnswer => ({
    statuses: { known: true, values: [success] },
    content: { mediaType: 'application/json', schema },
  })
  return { undefined: answer(nothing), null: answer({ type: ['null'] }) }
}

const empty = (status: number): AbsentAnswer => ({ statuses: { known: true, values: [status] }, content: null })

/** Statuses whose answer has no body, whatever is written. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304])

/** A controller of JSON writes `null` out. */
function written(answer: AbsentAnswer, { json }: Route): AbsentAnswer {
  const { statuses, content } = answer
  const sends = json && content === null && statuses.known && statuses.values.some((one) => !bodiless.has(one))
  return sends ? { statuses, content: { mediaType: 'application/json', schema: { type: ['null'] } } } : answer
}

const error = (status: number): AbsentAnswer => ({ statuses: { known: true, values: [status] }, content: errorBody })

/** A status, or an error class that is thrown. */
function given(project: Project, route: Route, name: string, answerer: Answerer): AbsentAnswer | null {
  const argument = marked(project, route.handler, name)[0]?.args[0]
  if (!argument) return null
  const status = statusNumber(project, argument)
  if (status !== null) return empty(status)
  const thrown = errorClassStatus(project, argument)
  return thrown === null
    ? { statuses: { known: false, reason: `the status of @${name} is not known` }, content: errorBody }
    : error(refusalOf(answerer, thrown))
}

/** What `@Redirect` and `@Render` answer in place of the returned value; null where neither stands there. */
export function replacedResult(project: Project, route: Route): Response | null {
  const at = project.locate(route.handler.name)
  const headers = headersOf(project, route)
  const [redirect] = marked(project, route.handler, 'Redirect')
  if (redirect) return { status: '302', contents: [], headers, at }
  const [render] = marked(project, route.handler, 'Render')
  if (!render) return null
  const contents = [{ mediaType: 'text/html', schema: { inexact: 'a rendered page' }, at }]
  return { status: String(successOf(project, route)), contents, headers, at }
}

/** `@Header` and `@Location`: sent with every answer of the action. */
export function headersOf(project: Project, route: Route): readonly Header[] {
  const header = (name: unknown, node: Reference['expression'] | undefined): readonly Header[] =>
    typeof name !== 'string' || /^content-type$/i.test(name) || !node
      ? []
      : [
          {
            name,
            required: true,
            schema: { type: ['string'], inexact: 'the value of a header is text' },
            at: project.locate(node),
          },
        ]
  return [
    ...marked(project, route.handler, 'Header').flatMap(({ args }) =>
      header(plain(project, args[0]), args[0]?.expression),
    ),
    ...marked(project, route.handler, 'Location').flatMap(({ args }) => header('Location', args[0]?.expression)),
  ]
}

/** The media type of `@ContentType` or `@Header('Content-Type', …)`. */
export function statedMediaType(project: Project, route: Route): string | null {
  const [type] = marked(project, route.handler, 'ContentType')
  const header = marked(project, route.handler, 'Header').find(
    ({ args }) => String(plain(project, args[0])).toLowerCase() === 'content-type',
  )
  const text = type ? plain(project, type.args[0]) : header && plain(project, header.args[1])
  return typeof text === 'string' ? (text.split(';')[0] ?? text).trim() : null
}

/** A status that cannot be read. */
export function statusGaps(project: Project, route: Route): readonly Gap[] {
  const code = marked(project, route.handler, 'HttpCode')[0]
  if (!code?.args[0] || statusNumber(project, code.args[0]) !== null) return []
  return [
    { about: 'status', reason: 'the status of @HttpCode is not known before run time', at: project.locate(code.node) },
  ]
}
