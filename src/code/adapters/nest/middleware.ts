import ts from 'typescript'
import { classOf, methodOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { Application, Doubtful, Taker } from './application.js'
import { joinPath } from './paths.js'

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
export function mayAnswer(project: Project, reference: Reference, path: string | null): readonly Doubtful[] {
  const at = project.locate(reference.expression)
  const value = project.values.evaluate(reference)
  if (value.kind === 'literal') return []
  const body = bodyOf(project, value)
  const name = reference.expression.getText().split('\n')[0]?.slice(0, 60) ?? ''
  if (body) return answersIn(body) ? [{ at, path, reason: `the middleware \`${name}\` may answer itself` }] : []
  const module = moduleOf(value)
  if (module !== null && harmless.has(module)) return []
  return [{ at, path, reason: `the middleware \`${name}\` is not read` }]
}

/** The middleware that a request to the path runs through, of those that may answer. */
export function middlewareOf({ middleware }: Application, path: string): readonly Doubtful[] {
  return middleware.filter((one) => isOn(one.path, path))
}

/** The code of a middleware of the project: a function, or the method of a class. */
export function takersOf(project: Project, reference: Reference, path: string | null): readonly Taker[] {
  const value = project.values.evaluate(reference)
  if (value.kind === 'function') return [{ path, fn: value }]
  const node = classOf(value)
  const use = node && methodOf(project, node, 'use')
  return use ? [{ path, fn: { kind: 'function', node: use, scope: moduleScope } }] : []
}

/** The code of the project's own middleware that a request to the path may run through. */
export function takersOn({ takers }: Application, path: string): readonly Taker['fn'][] {
  return takers.filter((one) => isOn(one.path, path)).map(({ fn }) => fn)
}

function isOn(mounted: string | null, path: string): boolean {
  return mounted === null || `${path}/`.startsWith(`${joinPath(mounted)}/`)
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
