import type { Value } from '../../values/value.js'
import type { KnownMiddleware } from '../dialect.js'

const harmless: KnownMiddleware = { statuses: [] }
const malformed = ['400', '413', '415']

/** Middleware packages that are known, by module; those with several by what is called. */
const modules: Readonly<Record<string, KnownMiddleware | Readonly<Record<string, KnownMiddleware>>>> = {
  cors: harmless,
  helmet: harmless,
  compression: harmless,
  morgan: harmless,
  'pino-http': harmless,
  'express-pino-logger': harmless,
  'express-winston': harmless,
  'response-time': harmless,
  'cookie-parser': harmless,
  'express-session': harmless,
  'cookie-session': harmless,
  'method-override': harmless,
  'serve-favicon': harmless,
  'connect-flash': harmless,
  'express-request-id': harmless,
  hpp: harmless,
  'x-xss-protection': harmless,
  'express-mongo-sanitize': harmless,
  'xss-clean': harmless,
  'connect-history-api-fallback': harmless,
  'express-useragent': harmless,
  express: {
    json: { statuses: [], hidden: malformed, parses: 'application/json' },
    urlencoded: { statuses: [], hidden: malformed, parses: 'application/x-www-form-urlencoded' },
    text: { statuses: [], hidden: malformed, parses: 'text/plain' },
    raw: { statuses: [], hidden: malformed, parses: 'application/octet-stream' },
    static: { statuses: [], hidden: ['403', '404'] },
  },
  'body-parser': {
    json: { statuses: [], hidden: malformed, parses: 'application/json' },
    urlencoded: { statuses: [], hidden: malformed, parses: 'application/x-www-form-urlencoded' },
    text: { statuses: [], hidden: malformed, parses: 'text/plain' },
    raw: { statuses: [], hidden: malformed, parses: 'application/octet-stream' },
    default: { statuses: [], hidden: malformed },
  },
  multer: { statuses: [], hidden: ['400', '413'], parses: 'multipart/form-data' },
  'express-fileupload': { statuses: [], hidden: malformed, parses: 'multipart/form-data' },
  'express-rate-limit': { statuses: [429] },
  'express-slow-down': harmless,
  'express-brute': { statuses: [429] },
  'connect-timeout': { statuses: [], hidden: ['503'] },
  csurf: { statuses: [], hidden: ['403'] },
  passport: {
    authenticate: { statuses: [401], guards: { scheme: 'passport' } },
    initialize: harmless,
    session: harmless,
  },
  'express-jwt': { statuses: [401], guards: { scheme: 'bearer' } },
  'express-oauth2-jwt-bearer': { statuses: [401], guards: { scheme: 'bearer' } },
  'express-openid-connect': { requiresAuth: { statuses: [401], guards: { scheme: 'openIdConnect' } }, auth: harmless },
  'express-basic-auth': { statuses: [401], guards: { scheme: 'basic' } },
  'connect-ensure-login': { statuses: [401], guards: { scheme: 'session' } },
}

/** What is known of a middleware that a package makes: `helmet()`, `express.json()`, `passport.authenticate('jwt')`. */
export function knownExpressMiddleware(value: Value): KnownMiddleware | null {
  const called = calledPath(value)
  if (called === null) return null
  const known = knownCall(called)
  if (known?.guards === undefined || !called.names.includes('unless')) return known
  // `jwt({ secret }).unless({ path: ['/login'] })`: whom it asks is not read.
  return { statuses: [], hidden: known.statuses.map(String), guards: { ...known.guards, optional: true } }
}

function knownCall(called: { readonly module: string; readonly names: readonly string[] }): KnownMiddleware | null {
  const entry = modules[called.module] ?? modules[called.module.replace(/^@[^/]+\//, '')] ?? null
  if (entry === null || isOne(entry)) return entry
  for (const name of called.names) if (Object.hasOwn(entry, name)) return entry[name] ?? null
  return null
}

function isOne(entry: KnownMiddleware | Readonly<Record<string, KnownMiddleware>>): entry is KnownMiddleware {
  return Array.isArray(entry.statuses)
}

/** The package and the names on the way to what is called, last first. */
function calledPath(value: Value): { readonly module: string; readonly names: readonly string[] } | null {
  if (value.kind === 'import') return { module: value.module, names: value.name.split('.').reverse() }
  if (value.kind !== 'call') return null
  const callee = calledPath(value.callee)
  if (callee === null || value.method === undefined) return callee
  return { module: callee.module, names: [value.method, ...callee.names] }
}
