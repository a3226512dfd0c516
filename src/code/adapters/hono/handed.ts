import ts from 'typescript'
import { optionsOf } from '../../routing/handlers.js'
import { report } from '../../routing/report.js'
import type { Value } from '../../values/value.js'
import { bare, reasonOf } from '../../values/values.js'
import { appOf } from './apps.js'
import { isApp } from './calls.js'
import type { Session } from './session.js'
import { registers } from './vocabulary.js'

/** Notes calls that hand an application to code of another package, which may register routes on it. */
export function reportHandedOver(session: Session): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) readCall(session, node)
    ts.forEachChild(node, visit)
  }
  for (const file of session.project.files) visit(file)
}

/** Packages and calls that serve, test, type or document an application, and register nothing on it. */
const serving =
  /^(global|node:.*|https?|http2|hono(\/.*)?|@hono\/(node-server|node-ws|client|testing|vite.*|swagger-ui|zod-openapi|sentry|otel|inspect.*|prometheus)|bun|vitest|jest|supertest|@?sentry.*|wrangler|serverless.*|aws.*|@aws.*|@cloudflare.*|vite.*|@scalar.*|hono-openapi.*)$/

function readCall(session: Session, call: ts.CallExpression): void {
  const { project } = session
  const callee = bare(call.expression)
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
  if (registers(name)) return
  const app = call.arguments.map(bare).find((each) => ts.isIdentifier(each) && isApp(project.checker, each))
  if (app === undefined) return
  for (const scope of project.values.scopesOf(call)) {
    const handed = optionsOf(project.values.evaluate({ expression: app, scope })).some((each) => appOf(session, each))
    if (!handed) continue
    const value = project.values.evaluate({ expression: callee, scope })
    const origin = packageOf(value)
    if (origin === null || serving.test(origin)) continue
    const reason = `\`${call.expression.getText()}\` is handed \`${app.getText()}\`; what it registers is not read: ${reasonOf(value)}`
    report(session, project.locate(call), reason)
    return
  }
}

function packageOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  if (value.kind === 'call') return packageOf(value.callee)
  return value.kind === 'member' ? packageOf(value.object) : null
}
