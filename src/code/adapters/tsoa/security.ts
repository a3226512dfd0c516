import type { Response, Security } from '../../../model/endpoint.js'
import { unread } from '../../controllers/unread.js'
import { lineageOf, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
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
  const schemes = stated.flatMap(({ args }) => {
    const name = plain(project, args[0])
    if (typeof name === 'string') return [name]
    return typeof name === 'object' && name !== null ? Object.keys(name) : []
  })
  const refusal = (status: string): Response => ({ status, contents: [unread(at)], headers: [], at, implied: true })
  return { security: { kind: 'guarded', schemes, at }, responses: [refusal('401'), refusal('403')] }
}
