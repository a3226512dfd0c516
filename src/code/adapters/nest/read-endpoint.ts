import ts from 'typescript'
import type { Content, Endpoint, Gap, Parameter, Response } from '../../../model/endpoint.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import { decorated, lineageOf } from '../../decorators/read-decorators.js'
import { replacedBy, unreadOver } from '../../decorators/replaced.js'
import type { Project } from '../../project.js'
import { takenAround } from './asked.js'
import type { Exception, Thrown } from './exception.js'
import { unexpectedBody } from './exception-body.js'
import type { Filters } from './filter.js'
import { readFilters } from './filters.js'
import { isHidden } from './hidden.js'
import { readInputs } from './inputs.js'
import { interceptorsOf } from './interceptors.js'
import { middlewareOf } from './middleware.js'
import { readOwnAnswers } from './own-answers.js'
import { readResult } from './results.js'
import type { Route } from './route.js'
import { readSecurity } from './security.js'
import { throwsOf } from './throws.js'
import { versionInputs } from './versions.js'

/** Everything that the code says of one route. */
export function readEndpoint(project: Project, route: Route): Endpoint {
  const at = project.locate(firstDecorator(project, route.handler))
  const inputs = readInputs(project, route)
  const unread = [route.handler, ...lineageOf(project, route.controller)].flatMap((one) => unreadOver(project, one))
  const guarded = readSecurity(project, route, unread)
  const filters = readFilters(project, route)
  const own = readOwnAnswers(project, route)
  const result = own ?? readResult(project, route)
  // What could not be read of the decorators may have set another status.
  const answers = unread.length === 0 ? result.responses : result.responses.map(implied)
  const thrown = throwsOf(project, route.handler)
  const version = versionInputs(route.application.versioning, at)
  const around = interceptorsOf(project, route)
  const exceptions = [...thrown.exceptions, ...inputs.exceptions]
  const beside = around.flatMap((one) => one.exceptions ?? [])
  const isCaught = around.some(({ catches }) => catches)
  const framework: Response = {
    status: '500',
    contents: [{ mediaType: 'application/json', schema: unexpectedBody, at }],
    headers: [],
    at,
    implied: true,
  }
  const failures = [
    ...(isCaught ? exceptions.flatMap(answerOf).map(implied) : exceptions.flatMap(answerOf)),
    ...beside.flatMap(answerOf),
    ...inputs.responses,
    ...guarded.responses,
    framework,
  ].map((response) => filtered(filters, response))
  return {
    method: route.method,
    path: route.path,
    at,
    deprecated: isDeprecated(route.handler),
    parameters: distinct([...inputs.parameters, ...version.parameters, ...takenAround(project, route)]),
    body: inputs.body,
    responses: mergeResponses([...answers, ...failures, ...filters.responses]),
    security: guarded.security,
    gaps: [
      ...result.gaps,
      ...replacedBy(project, route.handler),
      ...unread,
      ...inputs.gaps,
      ...version.gaps,
      ...guarded.gaps,
      ...filters.gaps,
      ...statusGaps(project, route, thrown, [...exceptions, ...beside]),
    ],
    ...(isHidden(project, route.controller, route.handler) ? { hidden: true } : {}),
  }
}

function implied(response: Response): Response {
  return { ...response, implied: true }
}

/** Each parameter once: what the handler itself says of it comes first. */
function distinct(parameters: readonly Parameter[]): readonly Parameter[] {
  const name = (one: Parameter) => `${one.in} ${one.in === 'header' ? one.name.toLowerCase() : one.name}`
  return [...new Map(parameters.toReversed().map((one) => [name(one), one])).values()].toReversed()
}

function statusGaps(project: Project, route: Route, thrown: Thrown, exceptions: readonly Exception[]): readonly Gap[] {
  const unknown = exceptions.filter(({ status }) => status === null)
  return [
    ...thrown.unseen.map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
    ...unknown.map(
      ({ at }): Gap => ({ about: 'status', reason: 'the status of an exception is not known before run time', at }),
    ),
    ...middlewareOf(project, route).map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
    ...interceptorsOf(project, route).flatMap((one): Gap[] => [
      ...(one.gaps ?? []),
      ...(one.kind === 'unknown' ? [{ about: 'status' as const, reason: one.reason, at: one.at }] : []),
    ]),
  ]
}

function firstDecorator(project: Project, handler: ts.MethodDeclaration): ts.Node {
  const [verb] = decorated(
    project,
    handler,
    'Get',
    'Post',
    'Put',
    'Delete',
    'Patch',
    'Options',
    'Head',
    'All',
    'Search',
    'Sse',
  )
  return ts.getDecorators(handler)?.find((one) => one.expression === verb?.node) ?? handler.name
}

function answerOf({ status, body, own, at }: Exception): readonly Response[] {
  if (status === null) return []
  const content: Content = { mediaType: 'application/json', schema: body, at, ...(own ? {} : { implied: true }) }
  return [{ status: String(status), contents: [content], headers: [], at }]
}

function filtered({ rewrites }: Filters, response: Response): Response {
  if (rewrites === null) return response
  return { ...response, contents: response.contents.map((content) => ({ ...content, schema: { inexact: rewrites } })) }
}

function isDeprecated(handler: ts.MethodDeclaration): boolean {
  return ts.getJSDocDeprecatedTag(handler) !== undefined
}
