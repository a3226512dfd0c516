import { constructedStatus } from '../../handlers/constructed-status.js'
import type { ThrownAnswer } from '../../handlers/dialect.js'
import { errorType } from '../../handlers/error-classes.js'
import type { Thrown } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'

/** How Hono answers an error that no `onError` does: an `HTTPException` with its status and message, any other with 500. */
export function thrownAnswer(thrown: Thrown, project: Project): ThrownAnswer | null {
  if (thrown.error === null) return null
  const status = constructedStatus(project, project.values.evaluate(thrown.error))
  if (status !== null) return { statuses: { known: true, values: [status] }, mediaType: '*/*' }
  const type = errorType(project, thrown)
  if (type === null || project.checker.getPropertyOfType(type, 'getResponse') !== undefined) return null
  return { statuses: { known: true, values: [] }, mediaType: 'text/plain' }
}
