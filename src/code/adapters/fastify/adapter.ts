import type { Endpoint } from '../../../model/endpoint.js'
import { groupBy } from '../../../model/group.js'
import type { Location, Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { servedTwice } from '../../routing/untold.js'
import type { Adapter } from '../adapter.js'
import { fastifyDialect } from './dialect.js'
import { endpointsOf } from './endpoint.js'
import type { Session } from './instance.js'
import { registrationsIn, walkApplications, walkOrphans } from './roots.js'
import { walkPlugin } from './walk.js'

/** Fastify 4 and 5: plugins, prefixes, autoload, routes with and without a schema. */
export const fastify: Adapter = {
  packages: ['fastify'],
  read(project: Project) {
    const session: Session = {
      project,
      routes: [],
      unresolved: [],
      decorators: new Map(),
      replyDecorators: new Set(),
      schemas: new Map(),
      roots: new Map(),
      plugins: new Set(),
      active: [],
      walk: walkPlugin,
    }
    const calls = registrationsIn(project)
    walkApplications(session, calls)
    walkOrphans(session, calls)
    const dialect = fastifyDialect(project, session.replyDecorators)
    const endpoints = session.routes.flatMap((route) => endpointsOf(session, route, dialect))
    return { endpoints: served(endpoints), unresolved: onceEach(session.unresolved, keyOfUnresolved) }
  },
}

/** An application that is built at two places is one application; two registrations of one path, which Fastify refuses, are of two. */
function served(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return [...groupBy(endpoints, keyOfEndpoint).values()].flatMap((same) => {
    const [first, second] = onceEach(same, ({ at }) => keyOfPlace(at))
    if (first === undefined) return []
    return [second === undefined ? first : servedTwice(first, second.at)]
  })
}

function onceEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function keyOfEndpoint({ method, path }: Endpoint): string {
  return `${method} ${path}`
}

function keyOfPlace({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`
}

function keyOfUnresolved({ at, reason }: Unresolved): string {
  return `${keyOfPlace(at)} ${reason}`
}
