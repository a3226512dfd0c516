import type ts from 'typescript'
import type { Dialect, Role } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import type { Project } from '../../project.js'
import type { Absences } from './absences.js'
import { type Answerer, statusesOf } from './answerer.js'
import { isErrorMethod } from './middlewares.js'
import type { Route } from './route.js'
import { marked } from './vocabulary.js'

/** How middleware is called, and how the framework answers an error that it is left with. */
export function middlewareDialect(answerer: Answerer): Dialect {
  return {
    ...express,
    roles: (handler) => (isErrorMethod(handler) ? ['error', 'request', 'response', 'next'] : express.roles(handler)),
    thrown: (error, project) => {
      // The default handler writes the error out, as JSON or as text, with its own fields.
      return answerer === 'project' ? null : { statuses: statusesOf(project, answerer, error) }
    },
  }
}

/** How the action itself is called: parameters by their decorators, and what it returns is the answer. */
export function actionDialect(project: Project, route: Route, absences: Absences, answerer: Answerer): Dialect {
  const middleware = middlewareDialect(answerer)
  return {
    ...middleware,
    roles: (handler) =>
      handler === route.handler
        ? handler.parameters.map((parameter) => roleOf(project, parameter))
        : middleware.roles(handler),
    returnsAnswer: true,
    returned: {
      as: route.json ? 'json' : 'by-type',
      absent: (value) => absences[value],
    },
    defaultStatus: absences.success,
  }
}

function roleOf(project: Project, parameter: ts.ParameterDeclaration): Role | null {
  const [one] = marked(project, parameter, 'Req', 'Res', 'Ctx')
  if (!one) return null
  return one.name === 'Req' ? 'request' : one.name === 'Res' ? 'response' : 'context'
}
