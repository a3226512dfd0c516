import ts from 'typescript'
import type { Content, Endpoint, Gap, Response } from '../../../model/endpoint.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import { decorated } from '../../decorators/read-decorators.js'
import { replacedBy } from '../../decorators/replaced.js'
import type { Project } from '../../project.js'
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

/** Everything that the code says of one route. */
export function readEndpoint(project: Project, route: Route): Endpoint {
  const at = project.locate(firstDecorator(project, route.handler))
  const inputs = readInputs(project, route)
  const guarded = readSecurity(project, route)
  const filters = readFilters(project, route)
  const own = readOwnAnswers(project, route)
  const result = own ?? readResult(project, route)
  const thrown = throwsOf(project, route.handler)
  const exceptions = [...thrown.exceptions, ...inputs.exceptions]
  const framework: Response = {
    status: '500',
    contents: [{ mediaType: 'application/json', schema: unexpectedBody, at }],
    headers: [],
    at,
    implied: true,
  }
  const failures = [...exceptions.flatMap(answerOf), ...inputs.responses, ...guarded.responses, framework].map(
    (response) => filtered(filters, response),
  )
  return {
    method: route.method,
    path: route.path,
    at,
    deprecated: isDeprecated(route.handler),
    parameters: inputs.parameters,
    body: inputs.body,
    responses: mergeResponses([...result.responses, ...failures, ...filters.responses]),
    security: guarded.security,
    gaps: [
      ...result.gaps,
      ...replacedBy(project, route.handler),
      ...inputs.gaps,
      ...guarded.gaps,
      ...filters.gaps,
      ...statusGaps(project, route, thrown, exceptions),
    ],
    ...(isHidden(project, route.controller, route.handler) ? { hidden: true } : {}),
  }
}

function statusGaps(project: Project, route: Route, thrown: Thrown, exceptions: readonly Exception[]): readonly Gap[] {
  const unknown = exceptions.filter(({ status }) => status === null)
  return [
    ...thrown.unseen.map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
    ...unknown.map(
      ({ at }): Gap => ({ about: 'status', reason: 'the status of an exception is not known before run time', at }),
    ),
    ...middlewareOf(route.application, route.path).map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
    ...interceptorsOf(project, route).flatMap((one): Gap[] =>
      one.kind === 'unknown' ? [{ about: 'status', reason: one.reason, at: one.at }] : [],
    ),
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
