import type ts from 'typescript'
import type { Location, Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import type { FunctionValue } from './plugin.js'

/** One Fastify instance: the application, or what a plugin that is encapsulated gets. */
export interface Instance {
  readonly prefix: string
  readonly parent: Instance | null
  /** Where it was registered, outermost first. */
  readonly via: readonly Location[]
  readonly hooks: Hook[]
  readonly payloadHooks: PayloadHook[]
  readonly errorHandlers: Reference[]
}

/** A function that runs before the handler. */
interface Hook {
  readonly reference: Reference
  readonly site: Site
}

/** The hooks that get the payload after the handler. */
export type PayloadHookName = 'preSerialization' | 'onSend'

interface PayloadHook extends Hook {
  readonly name: PayloadHookName
}

/** Where code runs: the scope, and the instances that its parameters stand for. */
export interface Site {
  readonly scope: Scope
  readonly instances: ReadonlyMap<ts.Node, Instance>
}

/** One registration of a route. */
export interface Route {
  readonly instance: Instance
  readonly site: Site
  /** Where the registration stands. */
  readonly node: ts.Node
  readonly methods: readonly string[]
  readonly url: string
  /** The object that holds schema and hooks. */
  readonly options: Value | null
  readonly handler: Reference | null
  /** The type argument of the registration: `{ Params, Querystring, Body, Reply, Headers }`. */
  readonly generic: ts.TypeNode | null
}

/** Reads what a plugin does to its instance; `options` is what `register` hands on to it. */
export type WalkPlugin = (
  session: Session,
  plugin: FunctionValue,
  instance: Instance,
  site: Site,
  options: Reference | null,
) => void

/** What reading one project gathers. */
export interface Session {
  readonly project: Project
  readonly routes: Route[]
  readonly unresolved: Unresolved[]
  /** `app.decorate('name', …)`: what `app.name` stands for. */
  readonly decorators: Map<string, Hook>
  /** `app.decorateReply('name', …)`: methods of the project on its replies. */
  readonly replyDecorators: Set<string>
  /** `app.addSchema({ $id })`. */
  readonly schemas: Map<string, Value>
  /** The applications, by the call that makes them. */
  readonly roots: Map<ts.Node, Instance>
  /** Functions that were walked as plugins. */
  readonly plugins: Set<ts.Node>
  /** Functions that are being walked: one that registers itself is not walked again. */
  readonly active: ts.Node[]
  /** Handed along here, as what is found in a plugin may register further plugins. */
  readonly walk: WalkPlugin
}

/** An instance below another, or an application. */
export function createInstance(prefix: string, parent: Instance | null, via: readonly Location[]): Instance {
  return { prefix, parent, via, hooks: [], payloadHooks: [], errorHandlers: [] }
}

/** The instance and those around it, outermost first. */
export function lineage(instance: Instance): readonly Instance[] {
  return instance.parent === null ? [instance] : [...lineage(instance.parent), instance]
}
