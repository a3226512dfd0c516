import type { Dialect, RequestMember } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import { routeDialect } from './route-dialect.js'

const requestMembers: Readonly<Record<string, RequestMember>> = {
  query: { kind: 'input', place: 'query' },
  body: { kind: 'input', place: 'body' },
  headers: { kind: 'input', place: 'header' },
  cookies: { kind: 'input', place: 'cookie' },
}

/** How handlers under `pages/api` take their request and answer it: as Express does, but for some defaults; middleware gives its answer back. */
export const pageDialect: Dialect = {
  ...routeDialect,
  roles: () => ['request', 'response'],
  respond: (method, args, role) => {
    const effect = express.respond(method, args, role)
    return method === 'redirect' && effect !== null && args.length < 2 ? { ...effect, status: 307 } : effect
  },
  assign: express.assign,
  member: (role, member) => {
    const own = role === 'request' && Object.hasOwn(requestMembers, member) ? requestMembers[member] : undefined
    return own ?? routeDialect.member(role, member)
  },
  textMediaType: '*/*',
}
