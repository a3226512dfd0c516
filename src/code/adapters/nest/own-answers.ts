import type ts from 'typescript'
import type { Gap, Response } from '../../../model/endpoint.js'
import { decorated, plain } from '../../decorators/read-decorators.js'
import { readResponses } from '../../handlers/assembly/responses.js'
import type { Role } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import { readHandler } from '../../handlers/read-handler.js'
import type { Project } from '../../project.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import { fastifyDialect } from '../fastify/dialect.js'
import { sendsByFastify } from './platform.js'
import type { Route } from './route.js'

/** The answers of a handler that takes `@Res()` and answers by itself; null where it returns its value. */
export function readOwnAnswers(
  project: Project,
  route: Route,
): { readonly responses: readonly Response[]; readonly gaps: readonly Gap[] } | null {
  const { handler } = route
  const parameter = handler.parameters.find((one) => decorated(project, one, 'Res', 'Response').length > 0)
  if (!parameter || passesThrough(project, parameter)) return null
  const roles = new Map<ts.ParameterDeclaration, Role>([[parameter, 'response']])
  const reference = referenceTo({ kind: 'function', node: handler, scope: moduleScope }, expressionAt(handler.name))
  const dialect = sendsByFastify(project) ? { ...fastifyDialect(project, new Set()), returnsAnswer: false } : express
  const trace = readHandler(project, reference, dialect, roles)
  const { responses, gaps } = readResponses(trace.answers)
  const unseen = trace.unseen.map(({ reason, at }): Gap => ({ about: 'status', reason, at }))
  const silent: readonly Gap[] =
    trace.answers.length > 0
      ? []
      : [{ about: 'status', reason: 'the handler answers by itself', at: project.locate(parameter) }]
  return { responses, gaps: [...gaps, ...unseen, ...silent] }
}

/** `@Res({ passthrough: true })`: the value is returned all the same. */
function passesThrough(project: Project, parameter: ts.ParameterDeclaration): boolean {
  const options = plain(project, decorated(project, parameter, 'Res', 'Response')[0]?.args[0])
  if (typeof options !== 'object' || options === null) return false
  return Object.entries(options).some(([key, value]) => key === 'passthrough' && value === true)
}
