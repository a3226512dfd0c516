import ts from 'typescript'
import type { Endpoint, Response } from '../../../model/endpoint.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import { unread } from '../../controllers/unread.js'
import { lineageOf, plain } from '../../decorators/read-decorators.js'
import { replacedBy } from '../../decorators/replaced.js'
import { readResponses } from '../../handlers/assembly/responses.js'
import { readExchange } from '../../handlers/read-exchange.js'
import { outcomeOf } from '../../handlers/thrown.js'
import type { Project } from '../../project.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import { methodDialect, middlewareDialect } from './dialect.js'
import { errorHandlersOf } from './errors.js'
import { readInputs } from './inputs.js'
import type { Route } from './route.js'
import { readSecurity } from './security.js'
import { marked } from './vocabulary.js'

/** Everything that the code says of one route. */
export function readEndpoint(project: Project, route: Route): Endpoint {
  const { method, path, handler, controller } = route
  const at = project.locate(
    ts.getDecorators(handler)?.find((one) => one.expression === route.decorator) ?? handler.name,
  )
  const errorHandlers = errorHandlersOf(project)
  const middlewares = [...lineageOf(project, controller), handler].flatMap((node) =>
    marked(project, node, 'Middlewares').flatMap(({ args }) => args),
  )
  const receiver = { kind: 'instance', class: controller, node: controller, scope: moduleScope } as const
  const action = referenceTo(
    { kind: 'function', node: handler, scope: moduleScope, receiver },
    expressionAt(handler.name),
  )
  const chain = { method, path, at, middlewares, handlers: [action], errorHandlers }
  const exchange = readExchange(project, chain, middlewareDialect, methodDialect(project, route))
  const inputs = readInputs(project, route)
  const guarded = readSecurity(project, route)
  const known = new Set(inputs.parameters.map((one) => `${one.in} ${one.name}`))
  const refuses = inputs.parameters.length > 0 || inputs.body !== null
  return {
    method,
    path,
    at,
    deprecated: ts.getJSDocDeprecatedTag(handler) !== undefined || marked(project, handler, 'Deprecated').length > 0,
    parameters: [...inputs.parameters, ...exchange.parameters.filter((one) => !known.has(`${one.in} ${one.name}`))],
    body: inputs.body ?? exchange.body,
    responses: mergeResponses([
      ...exchange.responses,
      ...(refuses ? refusals(project, route) : []),
      ...(guarded?.responses ?? []),
      ...declared(project, route),
      { status: '500', contents: [unread(at)], headers: [], at, implied: true },
    ]),
    security: guarded?.security ?? exchange.security,
    gaps: [...exchange.gaps, ...replacedBy(project, handler)],
    ...([controller, handler].some((node) => marked(project, node, 'Hidden').length > 0) ? { hidden: true } : {}),
  }
}

/** What the error handlers make of the `ValidateError` that the generated routes throw. */
function refusals(project: Project, { handler }: Route): readonly Response[] {
  const thrown = { error: null, library: { module: 'tsoa', name: 'ValidateError' }, at: project.locate(handler.name) }
  const { answers } = outcomeOf(project, middlewareDialect, errorHandlersOf(project), [thrown])
  return readResponses(answers).responses.map((response) => ({ ...response, implied: true }))
}

/** Statuses that the authors name by `@Response`: they stand for a documented one, and prove none. */
function declared(project: Project, { handler, controller }: Route): readonly Response[] {
  return [handler, controller].flatMap((node) =>
    marked(project, node, 'Response').flatMap(({ args, node: decorator }): readonly Response[] => {
      const status = plain(project, args[0])
      if (typeof status !== 'string' && typeof status !== 'number') return []
      const at = project.locate(decorator)
      const contents = [
        { mediaType: '*/*', schema: { inexact: '@Response only describes it' }, at, implied: true as const },
      ]
      return [{ status: String(status), contents, headers: [], at, implied: true }]
    }),
  )
}
