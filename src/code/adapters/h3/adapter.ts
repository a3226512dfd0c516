import type { Endpoint } from '../../../model/endpoint.js'
import { parametersOf } from '../../handlers/path-parameters.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { joinPaths } from '../../routing/join.js'
import type { Reference } from '../../values/value.js'
import type { Adapter } from '../adapter.js'
import { handlerDialect, middlewareDialect } from './dialect.js'
import { middlewareFiles, type RouteFile, registeredIn, routeFiles } from './files.js'
import { handlersOf } from './handlers.js'
import { withOwnAnswers } from './own-answers.js'
import { routerRoutes, routersIn } from './routers.js'
import { settingsOf } from './settings.js'

const nitro = ['nitropack', 'nitro', 'nuxt']

/** h3 and Nitro: files under `routes/` and `api/`, and what is registered on routers. */
export const h3: Adapter = {
  packages: [...nitro, 'h3'],
  read(project) {
    const hasFiles = nitro.some((name) => project.dependencies.has(name))
    const settings = settingsOf(project)
    const registered = registeredIn(project, settings)
    const everywhere = hasFiles ? [...middlewareFiles(project, settings), ...registered.middlewares] : []
    const middlewares = everywhere.flatMap((each) => inOrder(handlersOf(project, each)))
    const files = (hasFiles ? [...routeFiles(project, settings), ...registered.routes] : []).map((file) => {
      return { file, mounts: routersIn(project, file.handler) }
    })
    const mounted = files.flatMap(({ mounts }) => mounts)
    const { routes, unresolved } = routerRoutes(project, mounted, hasFiles)
    const plain = files.flatMap(({ file, mounts }) => (mounts.length === 0 ? [file] : []))
    const all = [...plain, ...routes]
    return {
      endpoints: all
        .flatMap((route) => endpointsOf(project, route, middlewares))
        .map((endpoint) => (hasFiles ? { ...endpoint, path: joinPaths(settings.baseURL, endpoint.path) } : endpoint)),
      unresolved: [...unresolved, ...(hasFiles ? [...settings.unresolved, ...registered.unresolved] : [])],
    }
  },
}

function endpointsOf(project: Project, route: RouteFile, everywhere: readonly Reference[]): readonly Endpoint[] {
  const at = project.locate(route.node)
  const { before, handler } = handlersOf(project, route.handler)
  const middlewares = [...everywhere, ...before]
  const handlers = [handler]
  return route.paths.flatMap((path) =>
    route.methods.map((method): Endpoint => {
      const mounts = new Map([...middlewares, ...handlers].map((each) => [each, '/']))
      const parameters = parametersOf({ path, patterns: {} }, true)
      const chain = { method, path, at, parameters, handlers, middlewares, mounts, errorHandlers: [] }
      const exchange = withOwnAnswers(readExchange(project, chain, middlewareDialect, handlerDialect), at)
      return { ...exchange, method, path, at, deprecated: false }
    }),
  )
}

const inOrder = ({ before, handler }: ReturnType<typeof handlersOf>): readonly Reference[] => [...before, handler]
