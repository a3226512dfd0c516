import ts from 'typescript'
import type { Endpoint, Gap, Parameter, Response } from '../../../model/endpoint.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import { unread } from '../../controllers/unread.js'
import { replacedBy } from '../../decorators/replaced.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { actionDialect, middlewareDialect } from './dialect.js'
import { readInputs } from './inputs.js'
import { functionsOf, middlewaresOf } from './middlewares.js'
import { absencesOf, headersOf, replacedResult, statedMediaType, statusGaps } from './result.js'
import type { Route } from './route.js'
import { readSecurity } from './security.js'
import { sentBy } from './sent.js'

/** Everything that the code says of one route. */
export function readEndpoint(project: Project, route: Route): Endpoint {
  const { method, path, handler, controller, server } = route
  const at = project.locate(decoratorOf(route))
  const { before, errors } = middlewaresOf(project, route)
  const absences = absencesOf(project, route)
  const [action] = functionsOf(project, controller, handler.name.getText())
  const exchange = readExchange(
    project,
    {
      method,
      path,
      at,
      middlewares: before,
      handlers: action ? [action] : [],
      errorHandlers: server.answersErrors ? [] : errors,
    },
    middlewareDialect(server),
    actionDialect(project, route, absences),
  )
  const inputs = readInputs(project, route)
  const guarded = readSecurity(project, route)
  const replaced = replacedResult(project, route)
  const sent = exchange.responses.map((response) =>
    sentBy(project, route, response, headersOf(project, route), statedMediaType(project, route)),
  )
  return {
    method,
    path,
    at,
    deprecated: ts.getJSDocDeprecatedTag(handler) !== undefined,
    parameters: together(inputs.parameters, exchange.parameters),
    body: inputs.body ?? exchange.body,
    responses: mergeResponses([
      ...(replaced ? [replaced, ...sent.filter(({ status }) => Number(status) >= 400)] : sent),
      ...stated(project, route, absences.stated),
      ...(guarded?.responses ?? []),
      ...impliedBy(project, route, inputs.refuses),
    ]),
    security: guarded?.security ?? exchange.security,
    gaps: [
      ...exchange.gaps,
      ...inputs.gaps,
      ...statusGaps(project, route),
      ...replacedBy(project, handler),
      ...koaGaps(route),
    ],
  }
}

/** Middleware of a Koa server is called otherwise than that of Express. */
function koaGaps({ server }: Route): readonly Gap[] {
  const reason = 'the middleware of a Koa server of routing-controllers is not followed'
  return server.koa ? (['status', 'header'] as const).map((about) => ({ about, reason })) : []
}

function decoratorOf({ handler, decorator }: Route): ts.Node {
  return ts.getDecorators(handler)?.find((one) => one.expression === decorator) ?? handler.name
}

/** Decorated parameters say more than what is read of the request. */
function together(decorated: readonly Parameter[], read: readonly Parameter[]): readonly Parameter[] {
  const key = ({ name, in: place }: Parameter) => `${place} ${place === 'header' ? name.toLowerCase() : name}`
  const known = new Set(decorated.map(key))
  return [...decorated, ...read.filter((one) => !known.has(key(one)))]
}

/** A decorator states an answer to nothing; where no type tells whether there may be nothing, that stands. */
function stated(project: Project, { handler }: Route, statuses: readonly number[]): readonly Response[] {
  const strict = project.program.getCompilerOptions().strictNullChecks ?? project.program.getCompilerOptions().strict
  const at = project.locate(handler.name)
  return statuses.map((status) => ({
    status: String(status),
    contents: [],
    headers: [],
    at,
    ...(strict ? { implied: true as const } : {}),
  }))
}

/** What the framework answers by itself. */
function impliedBy(project: Project, { handler, server }: Route, refuses: boolean): readonly Response[] {
  const strict = project.program.getCompilerOptions().strictNullChecks ?? project.program.getCompilerOptions().strict
  // Without strict types anything may be nothing, and a route that is told nothing of it answers 404 or 204.
  const statuses = [...(refuses ? ['400'] : []), ...(strict ? [] : ['204', '404']), '500']
  const at = project.locate(handler.name)
  const body = unread(at)
  return statuses.map((status) => ({
    status: status === '204' && server.nullStatus !== null ? String(server.nullStatus) : status,
    contents: status === '204' ? [] : [body],
    headers: [],
    at,
    implied: true,
  }))
}
