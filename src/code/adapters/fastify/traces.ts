import type ts from 'typescript'
import type { Answer, Trace } from '../../handlers/exchange.js'
import { statusPutOn } from '../../handlers/put-on.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { carriedStatus, errorBody, writtenStatus } from './thrown.js'

const unwritten = { mediaType: 'application/json', schema: { inexact: 'the error handler writes it' } } as const

/**
 * A trace in which the errors that carry a status are answers with it, as Fastify and the error handlers that hand the
 * status on answer them. What is left is for the error handlers that look at the error's class.
 */
export function withCarriedStatuses(project: Project, trace: Trace, errorHandlers: readonly Reference[]): Trace {
  if (errorHandlers.length > 0 && !errorHandlers.some((handler) => handsOn(project, handler))) return trace
  const content = errorHandlers.length === 0 ? { ...errorBody, implied: true as const } : unwritten
  const answers: Answer[] = []
  const throws = trace.throws.filter((thrown) => {
    const put = statusPutOn(project, thrown)
    const status =
      thrown.error === null
        ? null
        : (put ?? writtenStatus(thrown.error) ?? carriedStatus(project.values.evaluate(thrown.error), project))
    if (status === null) return true
    if (status !== 500) {
      answers.push({ statuses: { known: true, values: [status] }, content, headers: [], at: thrown.at })
    }
    return false
  })
  return { ...trace, throws, answers: [...trace.answers, ...answers] }
}

/** Whether an error handler answers with the status of the error, or hands the error to Fastify. */
function handsOn(project: Project, handler: Reference): boolean {
  const value = project.values.evaluate(handler)
  if (value.kind !== 'function') return true
  const [error] = value.node.parameters
  const name = error === undefined ? '' : nameOf(error)
  const text = value.node.getText()
  return [`${name}.status`, `send(${name})`, 'statusCode'].some((part) => text.includes(part))
}

function nameOf(parameter: ts.ParameterDeclaration): string {
  return parameter.name.getText()
}
