import type ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Location, Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Template } from '../../routing/graph.js'
import type { Reference, Scope, Value } from '../../values/value.js'

/** An application while its registrations are collected. Clones by `basePath` are the same application. */
export interface AppRecord {
  readonly node: ts.Node
  readonly scope: Scope
  readonly at: Location
  /** Made by the project, as opposed to handed in by code outside. */
  readonly made: boolean
  /** What `initApp` of its factory does with every application that it makes. */
  readonly initial: AppRecord | null
  /** What answers a request that does not fit the route objects on it, and on what is mounted in it: `new OpenAPIHono({ defaultHook })`. */
  readonly defaultHook: Reference | null
  readonly events: Event[]
  mounted: boolean
}

/** An application, and the base path that registrations through this value get. */
export interface Handle {
  readonly app: AppRecord
  readonly base: readonly Template[]
}

/** A registration and its place in the order in which code runs. */
export interface Event {
  readonly order: readonly number[]
  readonly base: readonly Template[]
  readonly step: Step
}

export type Step =
  | RouteStep
  | { readonly kind: 'mount'; readonly prefixes: readonly Template[]; readonly child: Handle; readonly at: Location }
  | { readonly kind: 'error-handler'; readonly function: Reference }
  | { readonly kind: 'not-found'; readonly function: Reference }

/** Handlers or middleware on paths; a middleware is what `use` registers. */
export interface RouteStep {
  readonly kind: 'route' | 'middleware'
  readonly methods: readonly Method[]
  /** Null where the registration names none: the path of the one before is meant. */
  readonly paths: readonly Template[] | null
  readonly handlers: readonly Reference[]
  readonly at: Location
  readonly node: ts.Node
  /** The route object of `@hono/zod-openapi`. */
  readonly description?: Value
  /** What the registration itself says answers a request that does not fit that object. */
  readonly hook?: Reference
  /** `app.doc('/openapi.json', …)`: the package writes the answer. */
  readonly generated?: true
}

export interface Session {
  readonly project: Project
  readonly apps: Map<ts.Node, AppRecord[]>
  readonly unresolved: Unresolved[]
}
