import type { KnownMiddleware } from '../../handlers/dialect.js'
import type { Value } from '../../values/value.js'

const harmless: KnownMiddleware = { statuses: [] }

const guards: Readonly<Record<string, KnownMiddleware>> = {
  bearerAuth: { statuses: [401], hidden: ['400'], guards: { scheme: 'bearer' } },
  basicAuth: { statuses: [401], guards: { scheme: 'basic' } },
  jwt: { statuses: [401], guards: { scheme: 'bearer' } },
  jwk: { statuses: [401], guards: { scheme: 'bearer' } },
  verifyRsaJwt: { statuses: [401], guards: { scheme: 'bearer' } },
  clerkMiddleware: harmless,
  initAuthConfig: harmless,
  verifyAuth: { statuses: [401], guards: { scheme: 'session' } },
  oidcAuthMiddleware: { statuses: [], guards: { scheme: 'openIdConnect' } },
}

/** Middlewares that Hono brings along or that are made for it, by name. */
const others: Readonly<Record<string, KnownMiddleware>> = {
  bodyLimit: { statuses: [], hidden: ['413'] },
  csrf: { statuses: [], hidden: ['403'] },
  ipRestriction: { statuses: [], hidden: ['403'] },
  timeout: { statuses: [], hidden: ['504'] },
  methodOverride: harmless,
  serveStatic: { statuses: [], hidden: ['404'] },
  rateLimiter: { statuses: [429] },
}

const quiet = new Set([
  'cache',
  'compress',
  'contextStorage',
  'cors',
  'etag',
  'jsxRenderer',
  'languageDetector',
  'logger',
  'poweredBy',
  'prettyJSON',
  'requestId',
  'secureHeaders',
  'timing',
  'appendTrailingSlash',
  'trimTrailingSlash',
  'pinoLogger',
  'honoLogger',
  'sentry',
  'prometheus',
  'httpInstrumentationMiddleware',
])

/** What is known of a middleware that Hono or a package for it makes: `cors()`, `bearerAuth({ token })`. */
export function knownMiddleware(value: Value): KnownMiddleware | null {
  const made = value.kind === 'call' ? value.callee : value
  if (made.kind !== 'import' || !/hono|^@sentry/.test(made.module)) return null
  const name = made.name.split('.').at(-1) ?? made.name
  if (Object.hasOwn(guards, name)) return guards[name] ?? null
  if (Object.hasOwn(others, name)) return others[name] ?? null
  return quiet.has(name) ? harmless : null
}
