import type ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Router, Step } from '../../routing/graph.js'
import type { ParamFunction } from '../../routing/params.js'
import type { Reference, Scope } from '../../values/value.js'

/** A router while its registrations are collected. */
export interface RouterRecord extends Router {
  readonly node: ts.Node
  readonly scope: Scope
  /** Made by the project, as opposed to handed in by code outside. */
  readonly made: boolean
  readonly events: Event[]
  readonly steps: Step[]
  /** What runs before the handlers of routes that have the parameter. */
  readonly params: ParamFunction[]
  mounted: boolean
}

/** A registration and its place in the order in which code runs. */
export interface Event {
  readonly order: readonly number[]
  readonly steps: readonly Step[]
}

/** A router, and the path where a `route(path)` of it is meant. */
export interface Handle {
  readonly router: RouterRecord
  readonly route?: Reference
}

export interface Session {
  readonly project: Project
  readonly routers: Map<ts.Node, RouterRecord[]>
  readonly unresolved: Unresolved[]
}
