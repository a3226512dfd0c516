import type { Gap, Response, Security } from '../../../model/endpoint.js'
import { decorated, each, lineageOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { frameworkBody } from './exception-body.js'
import type { Guard } from './guard.js'
import { readGuard } from './guards.js'
import { carries, carriesUnread } from './metadata.js'
import { middlewareOf } from './middleware.js'
import type { Route } from './route.js'

/** What the guards of a route amount to: whether it is open, what they refuse with, and what is not known of them. */
export function readSecurity(
  project: Project,
  route: Route,
  unread: readonly Gap[],
): {
  readonly security: Security
  readonly responses: readonly Response[]
  readonly gaps: readonly Gap[]
} {
  const guards = guardsOf(project, route).filter((guard) => {
    if (carries(project, route.controller, route.handler, guard.opensWith)) return false
    return guard.closesWith.length === 0 || carries(project, route.controller, route.handler, guard.closesWith)
  })
  const responses = guards.flatMap((guard) =>
    guard.exceptions.flatMap(({ status }): Response[] => {
      if (status === null) return []
      const contents = [{ mediaType: 'application/json', schema: frameworkBody, at: guard.at }]
      return [{ status: String(status), contents, headers: [], at: guard.at, implied: true }]
    }),
  )
  const gaps = guards
    .filter(({ kind, exceptions }) => kind === 'unknown' || exceptions.some(({ status }) => status === null))
    .map(({ reason, at }): Gap => ({ about: 'status', reason, at }))
  const taken = guards
    .filter(({ readsBody }) => readsBody)
    .map(({ at }): Gap => ({ about: 'request', reason: 'a guard reads the body', at }))
  gaps.push(...taken)
  const [identity] = guards.filter(({ kind }) => kind === 'identity')
  if (identity && isSwitchedUnread(project, route, identity)) {
    const reason = `the guard ${identity.scheme} is switched by metadata under a key that is not known before run time`
    return { security: { kind: 'unknown', reason }, responses, gaps }
  }
  if (identity) return { security: { kind: 'guarded', schemes: [identity.scheme], at: identity.at }, responses, gaps }
  const [doubtful] = guards.filter(({ kind }) => kind !== 'neutral')
  if (doubtful) return { security: { kind: 'unknown', reason: doubtful.reason }, responses, gaps }
  const [strange] = unread
  if (strange) return { security: { kind: 'unknown', reason: strange.reason }, responses, gaps }
  const [middleware] = middlewareOf(project, route)
  if (middleware) return { security: { kind: 'unknown', reason: middleware.reason }, responses, gaps }
  return { security: { kind: 'open' }, responses, gaps }
}

function isSwitchedUnread(project: Project, route: Route, guard: Guard): boolean {
  if (guard.unreadKey) return true
  return guard.opensWith.length > 0 && carriesUnread(project, route.controller, route.handler)
}

export function guardsOf(project: Project, route: Route) {
  const { controller, handler, application } = route
  const local = [...lineageOf(project, controller), handler].flatMap((node) =>
    decorated(project, node, 'UseGuards').flatMap(({ args }) =>
      args.flatMap((argument) =>
        each(project, project.values.evaluate(argument)).map((value) => readGuard(project, value, argument.expression)),
      ),
    ),
  )
  return [
    ...application.guards.map((value) => readGuard(project, value, 'node' in value ? value.node : handler)),
    ...local,
  ]
}
