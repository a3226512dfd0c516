import ts from 'typescript'
import type { Endpoint, Parameter } from '../../model/endpoint.js'
import type { Dialect } from '../handlers/dialect.js'
import { parametersOf } from '../handlers/path-parameters.js'
import { readExchange } from '../handlers/read-exchange.js'
import type { ReadExchange } from '../handlers/reader.js'
import type { Project } from '../project.js'
import type { RegisteredRoute } from '../routing/registered-route.js'
import { servedTwice } from '../routing/untold.js'
import type { Reference } from '../values/value.js'

/** One endpoint for each method of a route, with what the functions that it runs through say. */
export function endpointsOf(
  project: Project,
  route: RegisteredRoute,
  dialect: Dialect,
  read: ReadExchange = readExchange,
): readonly Endpoint[] {
  const { path, ownPath, pathPatterns, at, via, handlers, middlewares, mounts, errorHandlers, demands = [] } = route
  const deprecated = isDeprecated(route.node) || handlers.some((handler) => isDeprecatedHandler(project, handler))
  const parameters = parametersOf({ path: ownPath, patterns: pathPatterns }, false)
  return route.methods.map((method) => {
    const chain = { method, path, at, parameters, handlers, middlewares, mounts, errorHandlers, demands }
    const exchange = read(project, chain, dialect)
    const endpoint: Endpoint = {
      ...exchange,
      method,
      path,
      at,
      deprecated,
      parameters: exchange.parameters.map((parameter) => restricted(parameter, route)),
      via,
    }
    const other = route.elsewhere?.get(method)
    return other === undefined ? endpoint : servedTwice(endpoint, other)
  })
}

/** A regular expression in the path is checked before the handler runs. */
function restricted(parameter: Parameter, { pathPatterns }: RegisteredRoute): Parameter {
  const pattern = parameter.in === 'path' ? pathPatterns[parameter.name] : undefined
  return pattern === undefined ? parameter : { ...parameter, schema: { ...parameter.schema, pattern } }
}

/** `@deprecated` over the statement that registers the route. */
function isDeprecated(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, ts.isExpressionStatement)
  return statement !== undefined && hasDeprecatedTag(statement)
}

function isDeprecatedHandler(project: Project, handler: Reference): boolean {
  const value = project.values.evaluate(handler)
  if (value.kind !== 'function') return false
  const declaration = ts.isVariableDeclaration(value.node.parent) ? value.node.parent : value.node
  return hasDeprecatedTag(declaration)
}

const hasDeprecatedTag = (node: ts.Node): boolean => ts.getJSDocTags(node).some(ts.isJSDocDeprecatedTag)
