import type ts from 'typescript'
import type { Method } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Demand } from '../handlers/exchange.js'
import type { Reference } from '../values/value.js'

/** One route as the application serves it: every prefix, every function that runs before it. */
export interface RegisteredRoute {
  readonly methods: readonly Method[]
  /** The full template: `/pets/{petId}`; `{*rest}` stands for any number of segments. */
  readonly path: string
  /** The part of it that the registration itself names; the rest is of the routers around. */
  readonly ownPath: string
  /** What the registration says of its parameters by regular expression. */
  readonly pathPatterns: Readonly<Record<string, string>>
  /** The functions of the registration itself; the last one answers. */
  readonly handlers: readonly Reference[]
  /** What runs before them, outermost first, in the order of registration. */
  readonly middlewares: readonly Reference[]
  /** The prefix below which each of them runs, `/` for all paths: what its request calls the path begins there. */
  readonly mounts: ReadonlyMap<Reference, string>
  /** Functions that an error reaches, nearest first. */
  readonly errorHandlers: readonly Reference[]
  /** What the registration itself demands of the request. */
  readonly demands?: readonly Demand[]
  readonly at: Location
  /** The registration call. */
  readonly node: ts.Node
  /** Where another application of the project serves the same path, by method. */
  readonly elsewhere?: ReadonlyMap<Method, Location>
  /** Where its routers are mounted, outermost first. */
  readonly via: readonly Location[]
}
