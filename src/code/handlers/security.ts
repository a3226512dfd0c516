import type { Security } from '../../model/endpoint.js'
import type { Link } from './middleware.js'

/** Names of middlewares that ask who the client is. */
const authenticationNames =
  /(^|[^a-z])(authenticate[ds]?|authentication|auth|is_?auth(enticated|ed)?|ensure_?(logged_?in|auth\w*)|require_?(d_?)?(auth\w*|login|user|session|signed_?in|admin|role\w*|scopes?)|verify_?(token|jwt|auth\w*|session|access\w*|api_?key)|check_?(jwt|auth\w*|token|api_?key)|validate_?(token|jwt|session|api_?key)|bearer_?auth|basic_?auth|api_?key_?auth|jwt_?(auth\w*|check|middleware)?|express_?jwt|protect(ed)?(_?route)?|login_?required|auth_?(guard|middleware|required|jwt|check|handler|user)|guard|passport\.authenticate|is_?logged_?in|authorize[ds]?)([^a-z]|$)/

/** Whether a function's name says that it asks who the client is. */
export function isAuthenticationName(name: string): boolean {
  return authenticationNames.test(snake(name))
}

/** Whether a client must show who it is: by what refuses before the handler, else by its name, else unknown. */
export function securityOf(before: readonly Link[], handler: readonly Link[]): Security {
  const guards = before.flatMap((link) => {
    const guard = guardOf(link)
    return guard === null ? [] : [guard]
  })
  const strict = guards.find((guard) => guard.kind === 'guarded')
  const [first] = guards
  if (strict !== undefined || first !== undefined) return strict ?? first ?? unknown('')
  const partly = before.find((link) => refuses(link, [401, 403]))
  if (partly !== undefined) return unknown(`\`${partly.name}\` refuses some requests`)
  const unseen = before.find((link) => link.trace.unseen.length > 0)
  if (unseen !== undefined)
    return unknown(`\`${unseen.name}\` is not followed: ${unseen.trace.unseen[0]?.reason ?? ''}`)
  if (handler.some((link) => refuses(link, [401, 403]))) return unknown('the handler itself refuses some requests')
  if (handler.some((link) => link.trace.unseen.length > 0)) return unknown('the handler is not followed to its end')
  return { kind: 'open' }
}

function unknown(reason: string): Security {
  return { kind: 'unknown', reason }
}

function guardOf(link: Link): Extract<Security, { kind: 'guarded' | 'optional' }> | null {
  const { at } = link.trace
  const guards = link.known?.guards
  if (guards !== undefined) return { kind: guards.optional ? 'optional' : 'guarded', schemes: [guards.scheme], at }
  // What has no name is called by its source text, in backticks: words in it name nothing.
  const named = !link.name.startsWith('`') && isAuthenticationName(link.name)
  const isOptional = /optional|maybe|soft/i.test(link.name)
  const refuses401 = refuses(link, [401])
  if (!named && !refuses401) return null
  if (named && isOptional) return { kind: 'optional', schemes: [], at }
  if (refuses401 && !named && isSelective(link)) return null
  if (!refuses401 && link.trace.unseen.length === 0 && !refuses(link, [403]) && link.trace.throws.length === 0)
    return null
  return { kind: 'guarded', schemes: [], at }
}

/** It lets some requests pass before it has asked anything: which ones is not known. */
function isSelective(link: Link): boolean {
  const refusal = link.trace.answers.find((answer) => answer.statuses.known && answer.statuses.values.includes(401))
  return link.trace.passSites.some((pass) => refusal !== undefined && pass.line < refusal.at.line)
}

/** Whether a middleware answers with one of the statuses. */
export function refuses(link: Link, statuses: readonly number[]): boolean {
  const answered = link.trace.answers.some(
    ({ statuses: given }) => given.known && given.values.some((value) => statuses.includes(value)),
  )
  return answered || (link.known?.statuses ?? []).some((value) => statuses.includes(value))
}

/** `requireAuth` and `require_auth` and `requireauth` alike. */
function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}
