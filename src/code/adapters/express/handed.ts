import ts from 'typescript'
import { optionsOf } from '../../routing/handlers.js'
import { report } from '../../routing/report.js'
import type { Scope, Value } from '../../values/value.js'
import { bare, reasonOf } from '../../values/values.js'
import { isServing, isUntyped, originOf } from './foreign.js'
import { isRouterExpression } from './router-types.js'
import { routerOf } from './routers.js'
import type { Session } from './session.js'
import { verbOf } from './vocabulary.js'

/** Notes calls that hand an application or a router to code that is not read: what that registers is not known. */
export function reportHandedOver(session: Session): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) readCall(session, node)
    ts.forEachChild(node, visit)
  }
  for (const file of session.project.files) visit(file)
}

function readCall(session: Session, call: ts.CallExpression): void {
  const { project } = session
  const handed = call.arguments.flatMap(partsOf).filter((each) => mayBeRouter(session, each))
  if (handed.length === 0) return
  const callee = bare(call.expression)
  const name = calledName(callee)
  if (name !== undefined && (name === 'use' || name === 'route' || verbOf(name) || isServing(undefined, name))) return
  for (const scope of project.values.scopesOf(call)) {
    const router = handed.find((expression) => isRouter(session, expression, scope))
    const value = router && project.values.evaluate({ expression: callee, scope })
    const lost = value && optionsOf(value).find((each) => isUnread(session, callee, each))
    if (!router || !lost) continue
    const reason = `\`${call.expression.getText()}\` is handed \`${router.getText()}\`; what it registers is not read: ${reasonOf(lost)}`
    report(session, project.locate(call), reason)
    return
  }
}

/** An argument, and what is written in an object of options. */
function partsOf(argument: ts.Expression): readonly ts.Expression[] {
  const node = bare(argument)
  if (!ts.isObjectLiteralExpression(node)) return [node]
  return node.properties.flatMap((each) => {
    if (ts.isShorthandPropertyAssignment(each)) return [each.name]
    return ts.isPropertyAssignment(each) ? [bare(each.initializer)] : []
  })
}

/** A quick look that spares evaluating every argument of the program. */
function mayBeRouter({ project }: Session, expression: ts.Expression): boolean {
  if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return false
  if (isRouterExpression(project.checker, expression)) return true
  const name = calledName(expression) ?? ''
  return /app|server|rout|express|api|instance/i.test(name) && isUntyped(project.checker, expression)
}

function isRouter(session: Session, expression: ts.Expression, scope: Scope): boolean {
  const value = session.project.values.evaluate({ expression, scope })
  return optionsOf(value).some((each) => routerOf(session, each))
}

const outside: ReadonlySet<Value['kind']> = new Set(['import', 'call', 'member', 'parameter', 'unknown'] as const)

/** Whether a call leads out of the code that is read, to something that may register routes. */
function isUnread({ project }: Session, callee: ts.Expression, value: Value): boolean {
  if (!outside.has(value.kind)) return false
  const origin = originOf(project, value)
  if (origin === undefined && !isUntyped(project.checker, callee)) return false
  return !isServing(origin, calledName(callee))
}

function calledName(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined
}
