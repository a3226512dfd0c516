import ts from 'typescript'
import type { KnownMiddleware } from '../../handlers/dialect.js'
import type { Value } from '../../values/value.js'

/** Plugins of other packages that refuse a client on every route beside them, and what they look for. */
const guards: Readonly<Record<string, string>> = {
  '@fastify/bearer-auth': 'bearer',
  'fastify-bearer-auth': 'bearer',
}

/** What plugins of other packages put on the instance to be used as a hook. */
const decorators: Readonly<Record<string, string>> = {
  verifyBearerAuth: 'bearer',
  verifyBearerAuthFactory: 'bearer',
  basicAuth: 'basic',
  jwtVerify: 'bearer',
}

/** Whether a package guards every route beside it by being registered. */
export function isGuard(module: string): boolean {
  return module in guards
}

/** Hooks of other packages, by what they do. */
export function knownHook(value: Value): KnownMiddleware | null {
  const scheme = schemeOf(value)
  return scheme === undefined ? null : { statuses: [401], guards: { scheme } }
}

function schemeOf(value: Value): string | undefined {
  if (value.kind === 'import') return guards[value.module]
  if (value.kind === 'member') return decorators[value.name]
  if (value.kind !== 'call') return undefined
  return value.method === undefined ? schemeOf(value.callee) : decorators[value.method]
}

/** What a function that calls `request.jwtVerify()` of `@fastify/jwt` is: it refuses a client without a token. */
export function jwtGuard(value: Value): KnownMiddleware | null {
  if (value.kind !== 'function') return null
  return verifies(value.node) ? { statuses: [401], guards: { scheme: 'bearer' } } : null
}

/** Whether a function verifies a token when it runs; functions that it only makes for others run when they are called. */
function verifies(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && /\.\w*jwtVerify$/i.test(node.expression.getText())) return true
  return ts.forEachChild(node, (child) => (isMadeForOthers(child) ? undefined : verifies(child) || undefined)) ?? false
}

/** Whether a function makes others that verify a token when they are called. */
export function makesVerifiers(value: Value): boolean {
  return value.kind === 'function' && !verifies(value.node) && /\.\w*jwtVerify\b/i.test(value.node.getText())
}

function isMadeForOthers(node: ts.Node): boolean {
  if (!ts.isFunctionLike(node)) return false
  return ts.isBinaryExpression(node.parent) || ts.isVariableDeclaration(node.parent)
}
