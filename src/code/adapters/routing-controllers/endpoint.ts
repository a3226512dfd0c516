import ts from 'typescript'
import type { Endpoint, Gap, Parameter, Response } from '../../../model/endpoint.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import { unread } from '../../controllers/unread.js'
import { replacedBy } from '../../decorators/replaced.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { answererOf } from './answerer.js'
import { checkersOf, readAsked, takersOf } from './asked.js'
import { actionDialect, middlewareDialect } from './dialect.js'
import { asInherited, isDoubtful } from './inherited.js'
import { noInputs, readInputs } from './inputs.js'
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
  const answerer = answererOf(server, errors)
  const dialect = middlewareDialect(answerer)
  const absences = absencesOf(project, route, answerer)
  const errorHandlers = server.answersErrors ? [] : errors
  const [action] = functionsOf(project, controller, handler.name.getText())
  const exchange = readExchange(
    project,
    {
      method,
      path,
      at,
      middlewares: before,
      handlers: action ? [action] : [],
      errorHandlers,
    },
    dialect,
    actionDialect(project, route, absences, answerer),
  )
  const doubtful = isDoubtful(project, route)
  const inputs = doubtful ? noInputs : readInputs(project, route, before)
  const guarded = readSecurity(project, route, answerer)
  const asks = { authorized: guarded?.authorized === true, user: guarded?.user === true }
  const checked = readAsked(project, route, checkersOf(project, route, asks), dialect, errorHandlers)
  const taken = readAsked(project, route, takersOf(project, route), dialect, errorHandlers)
  const replaced = replacedResult(project, route)
  const sent = exchange.responses.map((response) =>
    sentBy(project, route, response, headersOf(project, route), statedMediaType(project, route)),
  )
  const endpoint: Endpoint = {
    method,
    path,
    at,
    deprecated: ts.getJSDocDeprecatedTag(handler) !== undefined,
    parameters: together(inputs.parameters, [
      ...exchange.parameters,
      ...(taken?.parameters ?? []),
      // Who is let in depends on what the checkers read: it shows who the client is.
      ...(checked?.parameters ?? []).map((one): Parameter => ({ ...one, implied: true })),
    ]),
    body: inputs.body ?? exchange.body,
    responses: mergeResponses([
      ...(replaced ? [replaced, ...sent.filter(({ status }) => Number(status) >= 400)] : sent),
      ...(taken?.responses ?? []),
      ...(checked?.responses ?? []),
      ...stated(project, route, absences.stated),
      ...(guarded?.responses ?? []),
      ...impliedBy(project, route, answerer === 'express' ? inputs.body !== null : inputs.refuses),
    ]),
    security: guarded?.security ?? exchange.security,
    gaps: [
      ...exchange.gaps,
      ...inputs.gaps,
      ...(taken?.gaps ?? []),
      ...(checked?.gaps ?? []),
      ...statusGaps(project, route),
      ...replacedBy(project, handler),
      ...koaGaps(route),
    ],
  }
  return doubtful ? asInherited(project, route, endpoint) : endpoint
}

/** Middleware of a Koa server is called otherwise than that of Express. */
function koaGaps({ server }: Route): readonly Gap[] {
  const reason = 'the middleware of a Koa server of routing-controllers is not followed'
  return server.koa ? (['status', 'header'] as const).map((about) => ({ about, reason })) : []
}

function decoratorOf({ routed, decorator }: Route): ts.Node {
  return ts.getDecorators(routed)?.find((one) => one.expression === decorator) ?? routed.name
}

/** Decorated parameters say more than what is read of the request. */
function together(decorated: readonly Parameter[], read: readonly Parameter[]): readonly Parameter[] {
  const key = ({ name, in: place }: Parameter) => `${place} ${place === 'header' ? name.toLowerCase() : name}`
  const all = [...decorated, ...read]
  return [...new Map(all.toReversed().map((one) => [key(one), one])).values()].toReversed()
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
