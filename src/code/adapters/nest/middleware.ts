import ts from 'typescript'
import { classOf, methodOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { Doubtful, Taker } from './application.js'
import { isMountedOn } from './mounts.js'
import type { Route } from './route.js'

/** Packages whose middleware lets every well-formed request go on. */
const harmless = new Set([
  'helmet',
  'morgan',
  'compression',
  'cookie-parser',
  'body-parser',
  'cors',
  'express-session',
  'express',
  'passport',
  'connect-flash',
  'response-time',
  'swagger-ui-express',
  'serve-static',
  'serve-favicon',
  '@fastify/helmet',
  '@fastify/cookie',
  '@fastify/compress',
  '@fastify/cors',
])

/** Why a middleware may answer before the handler does; nothing where its code shows that it does not. */
export function mayAnswer(project: Project, reference: Reference, mounts: Doubtful['mounts']): readonly Doubtful[] {
  const at = project.locate(reference.expression)
  const value = project.values.evaluate(reference)
  if (value.kind === 'literal') return []
  const body = bodyOf(project, value)
  const name = reference.expression.getText().split('\n')[0]?.slice(0, 60) ?? ''
  if (body) return answersIn(body) ? [{ at, mounts, reason: `the middleware \`${name}\` may answer itself` }] : []
  const module = moduleOf(value)
  if (module !== null && harmless.has(module)) return []
  return [{ at, mounts, reason: `the middleware \`${name}\` is not read` }]
}

/** The middleware that a request to the path runs through, of those that may answer. */
export function middlewareOf(project: Project, route: Route): readonly Doubtful[] {
  return route.application.middleware.filter(({ mounts }) => isMountedOn(project, mounts, route))
}

/** The code of a middleware of the project: a function, or the method of a class. */
export function takersOf(project: Project, reference: Reference, mounts: Taker['mounts']): readonly Taker[] {
  const value = project.values.evaluate(reference)
  if (value.kind === 'function') return [{ mounts, fn: value }]
  const node = classOf(value)
  const use = node && methodOf(project, node, 'use')
  return use ? [{ mounts, fn: { kind: 'function', node: use, scope: moduleScope } }] : []
}

/** The code of the project's own middleware that a request to the path may run through. */
export function takersOn(project: Project, route: Route): readonly Taker['fn'][] {
  return route.application.takers.filter(({ mounts }) => isMountedOn(project, mounts, route)).map(({ fn }) => fn)
}

function bodyOf(project: Project, value: Value): ts.Node | undefined {
  if (value.kind === 'function') return value.node.body
  const node = classOf(value)
  return node && methodOf(project, node, 'use')?.body
}

function moduleOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  if (value.kind === 'call') return moduleOf(value.callee)
  return value.kind === 'member' ? moduleOf(value.object) : null
}

const sending = new Set(['status', 'sendStatus', 'json', 'send', 'end', 'redirect', 'writeHead', 'code', 'render'])

function answersIn(body: ts.Node): boolean {
  const pending: ts.Node[] = [body]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isThrowStatement(node)) return true
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const object = node.expression.expression.getText()
      if (sending.has(node.expression.name.text) && /^(res|response|reply)\b/i.test(object)) return true
    }
    ts.forEachChild(node, (child) => void pending.push(child))
  }
  return false
}
