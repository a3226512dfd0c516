import type ts from 'typescript'
import { decorated, plain } from '../../decorators/read-decorators.js'
import type { Dialect, ResponseEffect } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import { statusOfError } from '../../handlers/error-status.js'
import type { Project } from '../../project.js'
import type { Route } from './route.js'
import { readSettings } from './settings.js'
import { marked } from './vocabulary.js'

/** What Express writes where nobody handles an error. */
const page = { mediaType: 'text/html', schema: { type: ['string'], inexact: 'Express writes it' } } as const

/** How middleware is called, and what Express answers to an error that nobody handles. */
export const middlewareDialect: Dialect = {
  ...express,
  thrown: (error, project) => {
    const status = error.library?.name === 'ValidateError' ? 400 : (statusOfError(project, error) ?? 500)
    return error.error === null && error.library === undefined
      ? null
      : {
          statuses: { known: true, values: [status] },
          ...(readSettings(project).server === 'express' ? { body: page } : {}),
        }
  },
}

/** How a method of a controller answers: by what it returns, `this.setStatus(…)`, and responders that are handed in. */
export function methodDialect(project: Project, route: Route): Dialect {
  const success = successStatus(project, route)
  return {
    ...middlewareDialect,
    roles: (handler) =>
      handler === route.handler
        ? handler.parameters.map((node) => {
            if (decorated(project, node, 'Res').length > 0) return 'response'
            return decorated(project, node, 'Request').length > 0 ? 'request' : null
          })
        : middlewareDialect.roles(handler),
    self,
    answer: ([status, payload, headers]) =>
      status === undefined
        ? null
        : {
            status,
            ...(headers === undefined ? {} : { headers }),
            send: payload === undefined ? { as: 'empty' } : { as: 'json', payload },
          },
    returnsAnswer: true,
    returned: {
      as: 'json',
      // Without a body, and where no status is set, the generated routes answer 204.
      absent: (_value, said) => ({
        statuses:
          said.known && success === null
            ? { known: true, values: said.values.map((status) => (status === 200 ? 204 : status)) }
            : said,
        content: null,
      }),
    },
    defaultStatus: success ?? 200,
  }
}

function self(method: string, [first, second]: readonly ts.Expression[]): ResponseEffect | null {
  if (first === undefined) return null
  if (method === 'setStatus') return { status: first }
  return method === 'setHeader' ? { header: { name: first, value: second ?? first } } : null
}

/** The status of `@SuccessResponse`, which the generated routes send; null where there is none. */
function successStatus(project: Project, { handler }: Route): number | null {
  const [stated] = marked(project, handler, 'SuccessResponse')
  const status = Number(stated && plain(project, stated.args[0]))
  return Number.isInteger(status) && status >= 100 ? status : null
}
