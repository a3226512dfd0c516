import ts from 'typescript'
import type { Endpoint, Method } from '../../../model/endpoint.js'
import type { Dialect } from '../../handlers/dialect.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Exported } from './exported.js'
import { withWrappers } from './wrappers.js'

/** What one handler is asked with. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly handler: Exported
  readonly middlewares: readonly Reference[]
}

/** The dialect with the route that is being read, so that conditions on method and path are decided. */
export function atRoute(dialect: Dialect, method: string | null, path: string): Dialect {
  return { ...dialect, route: { method, path, pattern: path } }
}

/** The endpoint that a handler makes for one method and one path. */
export function endpointOf(
  project: Project,
  { method, path, handler, middlewares }: Route,
  dialect: Dialect,
): Endpoint {
  const at = project.locate(handler.node)
  const chain = { method, path, at, middlewares, handlers: [handler.reference], errorHandlers: [] }
  const asWritten = readExchange(project, chain, atRoute(dialect, method === 'ALL' ? null : method, path))
  const exchange = withWrappers(project, handler.reference, asWritten)
  return { method, path, at, deprecated: isDeprecated(handler.node), ...exchange, via: [] }
}

function isDeprecated(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some(ts.isJSDocDeprecatedTag)
}
