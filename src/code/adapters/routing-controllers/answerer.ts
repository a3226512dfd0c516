import { errorProperty, statusOfError } from '../../handlers/error-status.js'
import type { Statuses, Thrown } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Server } from './server.js'

/** Who answers an error: the framework's own handler, one of the project, or Express, which knows no `httpCode`. */
export type Answerer = 'framework' | 'project' | 'express'

export function answererOf(server: Server, errors: readonly Reference[]): Answerer {
  if (server.answersErrors) return 'framework'
  // Only of an application that is made in sight it is known that nothing else is put on it.
  return errors.length === 0 && !server.koa && server.application?.kind === 'call' ? 'express' : 'project'
}

/** The fields of an error that each looks at for a status, first one first; 500 where there is none. */
const fields = { framework: ['httpCode'], express: ['status', 'statusCode'] } as const

export function statusesOf(project: Project, answerer: Exclude<Answerer, 'project'>, error: Thrown): Statuses {
  for (const field of fields[answerer]) {
    const value = errorProperty(project, error, field)
    if (typeof value === 'number') return { known: true, values: [value] }
    if (value === undefined) continue
    const likely = statusOfError(project, error)
    return likely === null
      ? { known: false, reason: 'the status of an error is not known' }
      : { known: true, values: [likely] }
  }
  return { known: true, values: [500] }
}

/** The status of a refusal of the framework, which carries it as `httpCode`. */
export function refusalOf(answerer: Answerer, status: number): number {
  return answerer === 'express' ? 500 : status
}
