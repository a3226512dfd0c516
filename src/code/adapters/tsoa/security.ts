import type { Response, Security } from '../../../model/endpoint.js'
import { unread } from '../../controllers/unread.js'
import type { Project } from '../../project.js'
import { unknown } from '../../values/values.js'
import { askedBy, refusalsOf } from './authentication.js'
import { middlewareDialect } from './dialect.js'
import { errorHandlersOf } from './errors.js'
import type { Route } from './route.js'
import { readSettings } from './settings.js'
import { marked } from './vocabulary.js'

/** What `@Security` asks for, on the method, else on its own class, else in the configuration; null where nothing does. */
export function readSecurity(
  project: Project,
  route: Route,
): { readonly security: Security; readonly responses: readonly Response[] } | null {
  if (marked(project, route.handler, 'NoSecurity').length > 0) return null
  const own = marked(project, route.handler, 'Security')
  const stated = own.length > 0 ? own : marked(project, route.controller, 'Security')
  if (stated.length === 0 && marked(project, route.controller, 'NoSecurity').length > 0) return null
  const asked =
    stated.length > 0
      ? stated.flatMap((one) => askedBy(project, one))
      : readSettings(project).security.map((scheme) => ({ scheme, scopes: anyScopes(route), node: route.decorator }))
  const first = stated[0] ?? asked[0]
  if (!first) return null
  const at = project.locate(first.node)
  const refusal = (status: string): Response => ({ status, contents: [unread(at)], headers: [], at, implied: true })
  const responses = asked.length === 0 ? null : refusalsOf(project, middlewareDialect, errorHandlersOf(project), asked)
  const schemes = asked.map(({ scheme }) => scheme)
  return { security: { kind: 'guarded', schemes, at }, responses: responses ?? [refusal('401'), refusal('403')] }
}

const anyScopes = (route: Route) => unknown('the configuration names the scopes', route.decorator)
