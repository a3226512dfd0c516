import ts from 'typescript'
import type { Endpoint, Gap, Method } from '../../../model/endpoint.js'
import type { Dialect } from '../../handlers/dialect.js'
import type { Exchange } from '../../handlers/exchange.js'
import { parametersOf } from '../../handlers/path-parameters.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Exported } from './exported.js'
import { withWrappedMiddleware, withWrappers } from './wrappers.js'

/** What one handler is asked with. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly handler: Exported
  readonly middlewares: readonly Reference[]
  /** Those that run for some requests only, or it is not known whether they run. */
  readonly uncertain: readonly Reference[]
}

/** The dialect with the route that is being read, so that conditions on method and path are decided. */
export function atRoute(dialect: Dialect, method: string | null, path: string): Dialect {
  // Pages find them among the query.
  const place = dialect.member('request', 'query') === null ? 'path' : 'query'
  const named = parametersOf({ path, patterns: {} }, false, [place])
  const lists = new Set([...path.matchAll(/\{\*([^}]+)\}/g)].map(([, name = '']) => name))
  // A question may name anything in the query.
  const parameters = { ...named, lists, ...(place === 'path' ? { sealed: true as const } : {}) }
  return { ...dialect, route: { method, path, pattern: path, parameters } }
}

/** The endpoint that a handler makes for one method and one path. */
export function endpointOf(
  project: Project,
  { method, path, handler, middlewares, uncertain }: Route,
  dialect: Dialect,
): Endpoint {
  const at = project.locate(handler.node)
  const spoken = atRoute(dialect, method === 'ALL' ? null : method, path)
  const chain = { method, path, at, middlewares, handlers: [handler.reference], errorHandlers: [] }
  const sure = readExchange(project, chain, spoken)
  const asWritten =
    uncertain.length === 0
      ? sure
      : doubted(sure, readExchange(project, { ...chain, middlewares: [...middlewares, ...uncertain] }, spoken))
  const before = [...middlewares, ...uncertain]
  const wrapped = withWrappedMiddleware(project, before, withWrappers(project, handler.reference, asWritten))
  const exchange = withHeadersBefore(wrapped, before)
  return { method, path, at, deprecated: isDeprecated(handler.node), ...exchange, via: [] }
}

/** What middleware sets on the answer that it lets through is sent with the handler's own. */
function withHeadersBefore(exchange: Exchange, functions: readonly Reference[]): Exchange {
  const setting = functions.find(({ expression }) =>
    /\.(headers|cookies)\s*\.(set|append|delete)\(|\.next\(\s*\{/.test(expression.getSourceFile().text),
  )
  if (setting === undefined) return exchange
  const reason = 'a middleware may set headers of its own'
  return { ...exchange, gaps: [...exchange.gaps, { about: 'response-header', reason }] }
}

/** What is sure, with what middleware adds that may not run said as gaps. */
function doubted(sure: Exchange, most: Exchange): Exchange {
  const reason = 'the matcher of a middleware does not tell whether it runs'
  const certain = new Set(sure.responses.map(({ status }) => status))
  const statuses = most.responses.map(({ status }) => status).filter((status) => !certain.has(status))
  const gaps: Gap[] = [
    ...sure.gaps,
    ...(statuses.length === 0 ? [] : [{ about: 'status' as const, reason, statuses }]),
    ...(['header', 'cookie', 'response-header'] as const).map((about) => ({ about, reason })),
  ]
  const security = most.security.kind === sure.security.kind ? sure.security : { kind: 'unknown' as const, reason }
  return { ...sure, security, gaps }
}

function isDeprecated(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some(ts.isJSDocDeprecatedTag)
}
