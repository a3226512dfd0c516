import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { bare } from '../../values/values.js'

/** The package that a value comes out of; `global` for what the platform gives, undefined where nothing says. */
export function originOf(project: Project, value: Value): string | undefined {
  if (value.kind === 'call') return originOf(project, value.callee)
  if (value.kind === 'member') return originOf(project, value.object)
  if (value.kind !== 'import') return undefined
  if (value.module === 'global' && isDeclaredOnly(project, value.node)) return undefined
  return value.module
}

/** `declare const legacy: any`: a name that the project says is there, and not where it comes from. */
function isDeclaredOnly(project: Project, node: ts.Node): boolean {
  let name = node
  while (ts.isExpression(name)) {
    const inner = bare(name)
    if (ts.isPropertyAccessExpression(inner) || ts.isCallExpression(inner)) name = inner.expression
    else {
      name = inner
      break
    }
  }
  const symbol = ts.isVariableDeclaration(name) ? undefined : project.checker.getSymbolAtLocation(name)
  const declarations = ts.isVariableDeclaration(name) ? [name] : (symbol?.declarations ?? [])
  return declarations.some((each) => project.files.includes(each.getSourceFile()))
}

/** Whether the compiler knows nothing of an expression. */
export function isUntyped(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  return (checker.getTypeAtLocation(expression).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
}

/** Whether the compiler knows an expression as something that routes are registered on, of whatever package. */
export function isRouterLike(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression))
  const parts = type.isUnion() ? type.types : [type]
  return parts.some((part) => ['get', 'post', 'use'].every((name) => part.getProperty(name)?.valueDeclaration))
}

/** Packages whose middlewares answer nothing of the API, or documents, files and other protocols only. */
const middlewarePackages =
  /^express$|cors|helmet|rate|limit|slow|session|passport|auth|jwt|csrf|csurf|hpp|sanitiz|valid|celebrate|body-parser|multer|upload|busboy|formidable|morgan|log|winston|pino|compress|brotli|static|serve|favicon|swagger|openapi|redoc|scalar|cookie|timeout|sentry|metric|prom|telemetry|trace|monitor|status|cache|i18n|locale|useragent|device|user-agent|response-time|method-override|request-id|correlation|proxy|graphql|apollo|trpc|vite|webpack|hot|connect|inject|livereload|errorhandler|async-handler|boom|requestify|express-ip|geoip|raw-body|bull|adminjs|clerk|oidc|openid/i

export function isMiddlewarePackage(name: string): boolean {
  return middlewarePackages.test(name)
}

/** Packages that take an application to serve, test, watch or equip it, and register no routes of an API on it. */
const servingPackages =
  /^(node:)?(https?|http2|assert|util|events|net|tls|cluster|process|fs|path)$|^global$|^express$|spdy|supertest|superagent|chai|vitest|jest|sinon|inject|light-my-request|serverless|aws|lambda|firebase|functions|azure|sentry|newrelic|apm|dd-trace|datadog|telemetry|prom|metric|monitor|stats|status|terminus|lightship|graceful|shutdown|terminator|greenlock|express-ws|socket|nunjucks|hbs|handlebars|consolidate|ejs|layouts|swagger|list-(endpoints|routes)|route-list|print-routes|express-oas|tsyringe|inversify|typedi|awilix|@nestjs\/|routing-controllers|async-errors|vite|webpack|livereload|@opentelemetry|pino|winston|debug|lodash|ramda/i

/** Calls that only serve, look at or keep what they get. */
const servingCalls =
  /^(createServer|createSecureServer|listen|request|agent|inject|expect|serverless|handler|onRequest|setupExpressErrorHandler|set|get|push|unshift|add|has|delete|on|once|emit|log|info|debug|resolve|assign|keys|bind|then|toConstantValue)$/

export function isServing(packageName: string | undefined, called: string | undefined): boolean {
  return (
    (called !== undefined && servingCalls.test(called)) ||
    (packageName !== undefined && servingPackages.test(packageName))
  )
}
