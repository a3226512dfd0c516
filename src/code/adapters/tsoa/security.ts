import type { Response, Security } from '../../../model/endpoint.js'
import { unread } from '../../controllers/unread.js'
import { lineageOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { askedBy, refusalsOf } from './authentication.js'
import { middlewareDialect } from './dialect.js'
import { errorHandlersOf } from './errors.js'
import type { Route } from './route.js'
import { marked } from './vocabulary.js'

/** What `@Security` asks for, on the method or else on its class; null where nothing does. */
export function readSecurity(
  project: Project,
  route: Route,
): { readonly security: Security; readonly responses: readonly Response[] } | null {
  if (marked(project, route.handler, 'NoSecurity').length > 0) return null
  const own = marked(project, route.handler, 'Security')
  const stated =
    own.length > 0
      ? own
      : [...lineageOf(project, route.controller)].flatMap((node) => marked(project, node, 'Security'))
  const [first] = stated
  if (!first) return null
  const at = project.locate(first.node)
  const asked = stated.flatMap((one) => askedBy(project, one))
  const refusal = (status: string): Response => ({ status, contents: [unread(at)], headers: [], at, implied: true })
  const responses = refusalsOf(project, middlewareDialect, errorHandlersOf(project), asked)
  const schemes = asked.map(({ scheme }) => scheme)
  return { security: { kind: 'guarded', schemes, at }, responses: responses ?? [refusal('401'), refusal('403')] }
}
