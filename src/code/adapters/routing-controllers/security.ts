import type { Response, Security } from '../../../model/endpoint.js'
import { unread } from '../../controllers/unread.js'
import { member } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { type Answerer, refusalOf } from './answerer.js'
import type { Route } from './route.js'
import { marked } from './vocabulary.js'

/** What `@Authorized` and `@CurrentUser` ask for; null where they stand nowhere. The refusals are the framework's own. */
export function readSecurity(
  project: Project,
  route: Route,
  answerer: Answerer,
): {
  readonly security: Security
  readonly responses: readonly Response[]
  readonly authorized: boolean
  readonly user: boolean
} | null {
  const authorized = [route.handler, route.controller].flatMap((node) => marked(project, node, 'Authorized'))
  const [first] = authorized
  const users = route.handler.parameters.flatMap((node) => marked(project, node, 'CurrentUser'))
  const asked = users.find(({ args }) => {
    const required = args[0] && member(project, project.values.evaluate(args[0]), 'required')
    return required === undefined ? route.server.paramsRequired : required.kind === 'literal' && required.value === true
  })
  const guard = first ?? asked
  const refusal = (status: number, node: typeof guard): readonly Response[] =>
    node
      ? [
          {
            status: String(refusalOf(answerer, status)),
            contents: [unread(project.locate(node.node))],
            headers: [],
            at: project.locate(node.node),
            implied: true,
          },
        ]
      : []
  const asks = { authorized: first !== undefined, user: users.length > 0 }
  if (guard) {
    // Whom the checker refuses is answered 403 where it was told roles, strangers too, and 401 where it was not.
    const roles = authorized.some(({ args }) => args.length > 0)
    return {
      security: { kind: 'guarded', schemes: [], at: project.locate(guard.node) },
      ...asks,
      responses: [...(roles ? refusal(403, guard) : refusal(401, guard)), ...refusal(401, asked)],
    }
  }
  const [user] = users
  if (!user) return null
  const { currentUser } = route.server
  const refuses = currentUser?.kind === 'function' && /\bthrow\b/.test(currentUser.node.getText())
  const at = project.locate(user.node)
  if (currentUser?.kind === 'function' && !refuses)
    return { security: { kind: 'optional', schemes: [], at }, responses: [], ...asks }
  const reason = 'whether the checker of the current user refuses strangers is not known'
  return { security: { kind: 'unknown', reason }, responses: refusal(401, user), ...asks }
}
