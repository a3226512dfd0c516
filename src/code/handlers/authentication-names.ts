import type { Project } from '../project.js'

/** Names of middlewares that ask who the client is. */
const usual =
  /(^|[^a-z])(authenticate[ds]?|authentication|auth|is_?auth(enticated|ed)?|ensure_?(logged_?in|auth\w*)|require_?(d_?)?(auth\w*|login|user|session|signed_?in|admin|staff|member(ship)?|role\w*|scopes?|permissions?|token|jwt|api_?key|identity)|verify_?(token|jwt|auth\w*|session|access\w*|api_?key)|check_?(jwt|auth\w*|token|api_?key)|validate_?(token|jwt|session|api_?key)|bearer_?auth|basic_?auth|api_?key_?auth|jwt_?(auth\w*|check|middleware)?|express_?jwt|protect(ed)?(_?route)?|login_?required|auth_?(guard|middleware|required|jwt|check|handler|user)|guard|passport\.authenticate|is_?logged_?in|authorize[ds]?)([^a-z]|$)/

/**
 * Whether a function or class asks who the client is by its name: `configured` where the project's people say so, `usual`
 * where it is called as such functions are.
 */
export function authenticationByName({ authentication }: Project, name: string): 'configured' | 'usual' | null {
  if (authentication.includes(name)) return 'configured'
  return usual.test(snake(name)) ? 'usual' : null
}

/** `requireAuth` and `require_auth` and `requireauth` alike. */
function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}
