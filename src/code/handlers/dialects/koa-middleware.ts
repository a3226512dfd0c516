import ts from 'typescript'
import type { Value } from '../../values/value.js'
import type { KnownMiddleware } from '../dialect.js'

const harmless: KnownMiddleware = { statuses: [] }
const malformed = ['400', '413', '415']
const json: KnownMiddleware = { statuses: [], hidden: malformed }
const multipart: KnownMiddleware = { statuses: [], hidden: ['400', '413'], parses: 'multipart/form-data' }
const bearer: KnownMiddleware = { statuses: [], throws: [401], guards: { scheme: 'bearer' } }

/** Middleware packages that are known, by module. */
const modules: ReadonlyMap<string, KnownMiddleware> = new Map([
  ...[
    ...['@koa/cors', 'kcors', 'koa-cors', 'koa2-cors', 'koa-helmet', 'koa-compress', 'koa-logger', 'koa-pino-logger'],
    ...['koa-morgan', 'koa-requestid', 'koa-json', 'koa-session', 'koa-generic-session', 'koa-session2', 'koa-etag'],
    ...['koa-conditional-get', 'koa-response-time', 'koa-favicon', 'koa-static', 'koa-send', 'koa-serve', 'koa-views'],
    ...['koa-winston', 'koa2-winston', 'koa-sslify', 'koa-x-request-id', 'koa-correlation-id', 'koa-useragent'],
    ...['koa-static-cache', 'koa-range', 'koa-qs', 'koa-locale', 'koa-i18n', 'koa2-swagger-ui', 'koa-swagger-ui'],
    ...[
      'koa-bunyan-logger',
      'koa-log4',
      'koa-respond',
      'koa-respond-time',
      'koa-cache-control',
      'koa-proxy',
      'koa-connect',
    ],
  ].map((name) => [name, harmless] as const),
  ...[
    'koa-bodyparser',
    '@koa/bodyparser',
    'koa-body',
    'koa-better-body',
    'koa-json-body',
    'co-body',
    'koa-body-parser',
  ].map((name) => [name, json] as const),
  ...['@koa/multer', 'koa-multer', 'koa-busboy'].map((name) => [name, multipart] as const),
  ['koa-jwt', bearer],
  ['koa-ratelimit', { statuses: [429] }],
  ['koa2-ratelimit', { statuses: [429] }],
  ['koa-basic-auth', { statuses: [], throws: [401], guards: { scheme: 'basic' } }],
])

const passport: ReadonlyMap<string, KnownMiddleware> = new Map([
  ['authenticate', { statuses: [401], guards: { scheme: 'passport' } }],
  ['initialize', harmless],
  ['session', harmless],
])

/** What is known of a middleware that a package makes: `bodyParser()`, `jwt({ secret })`, `upload.single('image')`. */
export function knownKoaMiddleware(value: Value): KnownMiddleware | null {
  const called = calledPath(value)
  if (called === null) return null
  if (called.module === 'koa-passport' || called.module === 'passport') {
    const [name] = called.names.filter((each) => passport.has(each))
    return name === undefined || isCustom(value) ? null : (passport.get(name) ?? null)
  }
  const known = modules.get(called.module) ?? null
  if (known?.guards === undefined) return known
  if (called.names.includes('unless'))
    return { ...known, throws: [], hidden: ['401'], guards: { ...known.guards, optional: true } }
  return setsTrue(value, 'passthrough') ? { statuses: [], guards: { ...known.guards, optional: true } } : known
}

/** `passport.authenticate('local', (error, user) => …)`: what the function does is the project's. */
function isCustom(value: Value): boolean {
  return (
    value.kind === 'call' &&
    (value.node.arguments ?? []).some((arg) => ts.isArrowFunction(arg) || ts.isFunctionExpression(arg))
  )
}

function setsTrue(value: Value, name: string): boolean {
  const options = value.kind === 'call' ? value.node.arguments?.[0] : undefined
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return false
  return options.properties.some(
    (each) =>
      ts.isPropertyAssignment(each) &&
      each.name.getText() === name &&
      each.initializer.kind === ts.SyntaxKind.TrueKeyword,
  )
}

/** The package and the names on the way to what is called, last first. */
function calledPath(value: Value): { readonly module: string; readonly names: readonly string[] } | null {
  if (value.kind === 'import') return { module: value.module, names: value.name.split('.').reverse() }
  if (value.kind === 'member') {
    const object = calledPath(value.object)
    return object === null ? null : { module: object.module, names: [value.name, ...object.names] }
  }
  if (value.kind !== 'call') return null
  const callee = calledPath(value.callee)
  if (callee === null || value.method === undefined) return callee
  return { module: callee.module, names: [value.method, ...callee.names] }
}
