import type { Endpoint, Method } from '../../../model/endpoint.js'
import type { Project } from '../../project.js'
import { joinPaths } from '../../routing/join.js'
import type { Adapter } from '../adapter.js'
import { atRoute, endpointOf, type Route } from './endpoints.js'
import { type Exported, exportedAs } from './exported.js'
import { runsFor } from './matcher.js'
import { methodsOf } from './methods.js'
import { pageDialect } from './page-dialect.js'
import type { Place } from './place.js'
import { placesIn } from './places.js'
import { routeDialect } from './route-dialect.js'
import { settingsAt } from './settings.js'

/** Next.js: route handlers of the app router and handlers under `pages/api`, with the middleware before them. */
export const next: Adapter = {
  packages: ['next'],
  read(project) {
    const places = placesIn(project)
    const settings = new Map(
      [...new Set(places.map(({ root }) => root))].map((root) => [root, settingsAt(project, root)]),
    )
    const endpoints = places.flatMap((place) => {
      const { basePath } = settings.get(place.root) ?? { basePath: '' }
      return endpointsAt(project, place, basePath, places)
    })
    return { endpoints, unresolved: [...settings.values()].flatMap(({ unresolved }) => unresolved) }
  },
}

const exported: readonly Method[] = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH']

function endpointsAt(project: Project, place: Place, basePath: string, places: readonly Place[]): readonly Endpoint[] {
  if (place.kind === 'middleware') return []
  const page = place.kind === 'page' ? exportedAs(project, place.file, 'default') : null
  return place.paths.flatMap((path) => {
    const full = joinPaths(basePath, path)
    const middlewares = middlewaresFor(project, place.root, path, places)
    const endpoint = (method: Method, handler: Exported) =>
      endpointOf(
        project,
        { method, path: full, handler, ...middlewares },
        place.kind === 'page' ? pageDialect : routeDialect,
      )
    if (page !== null) {
      const methods = methodsOf(project, page.reference, atRoute(pageDialect, null, full), full)
      return methods.map((method) => endpoint(method, page))
    }
    if (place.kind === 'page') return []
    return exported.flatMap((method) => {
      const handler = exportedAs(project, place.file, method)
      return handler === null ? [] : [endpoint(method, handler)]
    })
  })
}

/** The functions that run before a path of the application is served, and those that may. */
function middlewaresFor(
  project: Project,
  root: string,
  path: string,
  places: readonly Place[],
): Pick<Route, 'middlewares' | 'uncertain'> {
  const found = places.flatMap((place) => {
    if (place.kind !== 'middleware' || place.root !== root) return []
    const runs = runsFor(project, place.file, path)
    const exports = ['middleware', 'proxy', 'default'].map((name) => exportedAs(project, place.file, name))
    const [first] = exports.flatMap((each) => (each === null ? [] : [each.reference]))
    return runs === false || first === undefined ? [] : [{ runs, reference: first }]
  })
  return {
    middlewares: found.filter(({ runs }) => runs === true).map(({ reference }) => reference),
    uncertain: found.filter(({ runs }) => runs === null).map(({ reference }) => reference),
  }
}
