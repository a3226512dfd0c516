import type { Endpoint } from '../../../model/endpoint.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { memberOf } from '../../values/literals.js'
import type { Reference } from '../../values/value.js'
import type { Adapter } from '../adapter.js'
import { handlerDialect, middlewareDialect } from './dialect.js'
import { middlewareFiles, type RouteFile, routeFiles } from './files.js'
import { routerRoutes } from './routers.js'

const nitro = ['nitropack', 'nitro', 'nuxt']

/** h3 and Nitro: files under `routes/` and `api/`, and what is registered on routers. */
export const h3: Adapter = {
  packages: [...nitro, 'h3'],
  read(project) {
    const hasFiles = nitro.some((name) => project.dependencies.has(name))
    const middlewares = hasFiles ? middlewareFiles(project).map((each) => handlerOf(project, each)) : []
    const { routes, unresolved } = routerRoutes(project)
    const all = [...(hasFiles ? routeFiles(project) : []), ...routes]
    return { endpoints: all.flatMap((route) => endpointsOf(project, route, middlewares)), unresolved }
  },
}

function endpointsOf(project: Project, route: RouteFile, middlewares: readonly Reference[]): readonly Endpoint[] {
  const at = project.locate(route.node)
  const handlers = [handlerOf(project, route.handler)]
  return route.paths.flatMap((path) =>
    route.methods.map((method): Endpoint => {
      const mounts = new Map([...middlewares, ...handlers].map((each) => [each, '/']))
      const chain = { method, path, at, handlers, middlewares, mounts, errorHandlers: [] }
      return { ...readExchange(project, chain, middlewareDialect, handlerDialect), method, path, at, deprecated: false }
    }),
  )
}

/** `defineEventHandler({ onRequest, handler })`: the function in the object. */
function handlerOf(project: Project, reference: Reference): Reference {
  const value = project.values.evaluate(reference)
  if (value.kind !== 'call') return reference
  const [options] = value.node.arguments ?? []
  if (options === undefined) return reference
  return memberOf(project.values.evaluate({ expression: options, scope: value.scope }), 'handler') ?? reference
}
