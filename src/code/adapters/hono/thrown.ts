import { constructedStatus } from '../../handlers/constructed-status.js'
import type { ThrownAnswer } from '../../handlers/dialect.js'
import { errorType } from '../../handlers/error-classes.js'
import type { Thrown } from '../../handlers/exchange.js'
import { handedUp } from '../../handlers/handed-up.js'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'

const text = {
  mediaType: 'text/plain',
  schema: { type: ['string'], inexact: 'the words of an error are not compared' },
} satisfies ThrownAnswer['body']

/** How Hono answers an error that no `onError` does: an `HTTPException` with its status and message, any other with 500. */
export function thrownAnswer(thrown: Thrown, project: Project): ThrownAnswer | null {
  if (thrown.error === null) return null
  const error = project.values.evaluate(thrown.error)
  const status = constructedStatus(project, error)
  if (status !== null) {
    const statuses = { known: true, values: [status] } as const
    return saysItself(project, thrown.error, error) ? { statuses, body: text } : { statuses }
  }
  const type = errorType(project, thrown)
  if (type === null || project.checker.getPropertyOfType(type, 'getResponse') !== undefined) return null
  return { statuses: { known: true, values: [] }, body: text }
}

/** Whether the exception is answered with its message: it brings no response, and its class makes none. */
function saysItself(project: Project, created: Reference, error: Value): boolean {
  if (error.kind === 'instance') {
    const declared = project.checker.getTypeAtLocation(error.node).getProperty('getResponse')?.valueDeclaration
    if (declared === undefined || !declared.getSourceFile().isDeclarationFile) return false
  }
  const options = handedUp(project, created)[1]
  if (options === undefined) return true
  const value = project.values.evaluate(options)
  return (
    value.kind === 'object' &&
    value.node.properties.every((each) => each.name !== undefined && /^(message|cause)$/.test(each.name.getText()))
  )
}
