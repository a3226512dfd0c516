import ts from 'typescript'
import type { Template } from '../../routing/graph.js'
import { optionsOf } from '../../routing/handlers.js'
import { report } from '../../routing/report.js'
import type { Reference, Value } from '../../values/value.js'
import { bare, reasonOf } from '../../values/values.js'
import { isMiddlewarePackage, isRouterLike, isUntyped, originOf } from './foreign.js'
import { isRouterExpression } from './router-types.js'
import { routerOf } from './routers.js'
import type { Session } from './session.js'

/** Notes a mounted value that may be a router and cannot be followed; gives whether it is one. */
export function reportLost(session: Session, used: Reference, value: Value, prefixes: readonly Template[]): boolean {
  const { expression } = used
  const subject = isLost(session, expression, value, isLimited(prefixes))
  if (subject === null) return false
  const where = under(prefixes)
  const reason = `${subject} \`${expression.getText()}\`${where} cannot be followed: ${reasonOf(value)}`
  report(session, session.project.locate(expression), reason)
  return true
}

function isLost({ project }: Session, expression: ts.Expression, value: Value, limited: boolean): string | null {
  if (isRouterExpression(project.checker, expression) || isRouterLike(project.checker, expression)) return 'the router'
  if (value.kind === 'function' || !isUntyped(project.checker, expression)) return null
  const origin = originOf(project, value)
  // A package whose types are not at hand: what stands under a prefix, or is called a router, may be one.
  if (origin === undefined || origin.startsWith('.')) return 'what is mounted as'
  const named = /rout(e|er)s?\b/i.test(expression.getText())
  return (named || limited) && origin !== 'global' && !isMiddlewarePackage(origin) ? 'what is mounted as' : null
}

/** `(req, res, next) => router(req, res, next)`: a middleware that calls a router by hand. */
export function reportForwarding(session: Session, used: Reference, value: Value, prefixes: readonly Template[]): void {
  if (value.kind !== 'function' || !value.node.body) return
  const names = value.node.parameters.map((each) => each.name.getText())
  if (names.length !== 3) return
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments.every((each, index) => each.getText() === names[index])) {
      if (node.arguments.length === 3 && isForwardedRouter(session, node.expression, value)) {
        const where = under(prefixes)
        const name = node.expression.getText()
        report(
          session,
          session.project.locate(used.expression),
          `\`${name}\`${where} is called by hand; its routes are not read`,
        )
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(value.node.body)
}

function isForwardedRouter(
  session: Session,
  callee: ts.Expression,
  within: Extract<Value, { kind: 'function' }>,
): boolean {
  const { project } = session
  const value = project.values.evaluate({ expression: callee, scope: within.scope })
  if (isRouterExpression(project.checker, callee)) return true
  if (optionsOf(value).some((each) => routerOf(session, each))) return true
  const named = bare(callee)
  const name = ts.isPropertyAccessExpression(named) ? named.name.text : named.getText()
  return value.kind !== 'function' && isUntyped(project.checker, callee) && /router|^app$/i.test(name)
}

function isLimited(prefixes: readonly Template[]): boolean {
  return prefixes.some((each) => each.path !== '' && each.path !== '/')
}

function under(prefixes: readonly Template[]): string {
  return isLimited(prefixes) ? ` under ${prefixes.map((each) => each.path).join(', ')}` : ''
}
