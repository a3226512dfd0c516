import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { besides } from '../../routing/besides.js'
import type { Template } from '../../routing/graph.js'
import { joinPaths } from '../../routing/join.js'
import { report } from '../../routing/report.js'
import type { Reference } from '../../values/value.js'
import { candidatesIn } from './calls.js'
import { reachingHandlers } from './conditional.js'
import { describedDemands, isHeldAgainst } from './described.js'
import type { Entry } from './entry.js'
import { flatten, notFoundOf } from './flatten.js'
import { reportHandedOver } from './handed.js'
import { mayPass } from './handlers.js'
import { covers } from './path.js'
import { readCandidate } from './registrations.js'
import type { HonoRoute } from './route.js'
import type { AppRecord, Session } from './session.js'

interface Routes {
  readonly routes: readonly HonoRoute[]
  readonly unresolved: readonly Unresolved[]
}

/** Every route that the project's Hono applications serve, and what could not be followed. */
export function readRoutes(project: Project): Routes {
  const session: Session = { project, apps: new Map(), unresolved: [] }
  for (const candidate of candidatesIn(project)) readCandidate(session, candidate)
  reportHandedOver(session)
  const apps = [...session.apps.values()].flat()
  const initial = new Set(apps.flatMap((app) => app.initial ?? []))
  const roots = apps.filter((app) => !app.mounted && !initial.has(app))
  const routes = roots.reduce<readonly HonoRoute[]>(
    (kept, app) => besides(kept, distinct(project, routesOf(session, app))),
    [],
  )
  return { routes, unresolved: session.unresolved }
}

function routesOf(session: Session, app: AppRecord): readonly HonoRoute[] {
  const { entries, late } = flatten(app)
  for (const { at } of late) {
    report(session, at, 'it is registered after its application was mounted, so that Hono does not serve it')
  }
  const notFound = notFoundOf(app)
  return entries.flatMap((entry, index) => {
    if (entry.step.kind === 'middleware') return []
    return entry.paths.flatMap((path) => routeOf(session, entry, normal(path), entries.slice(0, index), notFound))
  })
}

function routeOf(
  session: Session,
  { step, errorHandlers, via, hook }: Entry,
  path: Template,
  before: readonly Entry[],
  notFound: Reference | null,
): readonly HonoRoute[] {
  const { project } = session
  const { handlers, at, node } = step
  const last = handlers.at(-1)
  // What is registered on every path below, and takes `next`, stands before other routes: it is none.
  const isWide = path.path.includes('{*')
  if (last === undefined || (isWide && mayPass(project, last)) || isFallback(step.methods, path)) return []
  const methods = step.methods.filter((method) => !isAnswered(project, method, path, before))
  if (methods.length === 0) return []
  const description = step.description ?? null
  const hooked = description === null || hook === null || !isHeldAgainst(project, description) ? null : { ...hook }
  const own = reachingHandlers(project, handlers, path)
  const all = hooked === null ? own : [...own.slice(0, -1), hooked, ...own.slice(-1)]
  const middlewares = before.flatMap((entry) => reachingBefore(project, entry, methods, path))
  return [
    {
      methods,
      path: path.path,
      ownPath: path.path,
      pathPatterns: path.patterns,
      handlers: all,
      middlewares,
      mounts: new Map([...middlewares, ...all].map((each) => [each, '/'])),
      errorHandlers,
      at,
      node,
      via,
      notFound,
      description,
      hook: hooked,
      generated: step.generated ?? false,
      demands: description === null ? [] : describedDemands(project, description, at),
    },
  ]
}

/** Whether an earlier route answers the same requests, so that this one is never asked. */
function isAnswered(project: Project, method: Method, path: Template, before: readonly Entry[]): boolean {
  return before.some(({ step, paths }) => {
    const last = step.handlers.at(-1)
    if (step.kind !== 'route' || last === undefined || mayPass(project, last)) return false
    const answers = step.methods.includes(method) || step.methods.includes('ALL')
    return answers && paths.map(normal).some((each) => covers(each, path))
  })
}

/** What of an earlier registration runs before the route: middleware, and handlers that let the request go on. */
function reachingBefore(
  project: Project,
  { step, paths }: Entry,
  methods: readonly Method[],
  path: Template,
): readonly Reference[] {
  const answers = step.methods.includes('ALL') || methods.every((method) => step.methods.includes(method))
  const reaches = answers && paths.map(normal).some((each) => covers(each, path))
  return reaches ? reachingHandlers(project, step.handlers, path) : []
}

/** A last `all('*')` answers what no route does: it is no endpoint. */
function isFallback(methods: readonly Method[], { path }: Template): boolean {
  return methods.includes('ALL') && /^\/\{\*\w+\}$/.test(path)
}

function normal({ path, patterns }: Template): Template {
  return { path: joinPaths('', path), patterns }
}

/** Each route once; of two for the same requests, where the first lets them go on, the second one answers. */
function distinct(project: Project, routes: readonly HonoRoute[]): readonly HonoRoute[] {
  const byKey = new Map<string, HonoRoute>()
  for (const route of routes) {
    for (const method of route.methods) {
      const key = `${method} ${route.path}`
      const known = byKey.get(key)?.handlers.at(-1)
      if (known === undefined || mayPass(project, known)) byKey.set(key, { ...route, methods: [method] })
    }
  }
  return [...byKey.values()]
}
