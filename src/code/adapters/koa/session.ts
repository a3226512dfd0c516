import type ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Router, Step } from '../../routing/graph.js'
import type { ParamFunction } from '../../routing/params.js'
import type { Scope, Value } from '../../values/value.js'

/** An application or a router while its registrations are collected. */
export interface RouterRecord extends Router {
  readonly node: ts.Node
  readonly scope: Scope
  /** Made by the project, as opposed to handed in by code outside. */
  readonly made: boolean
  readonly events: Event[]
  readonly steps: Step[]
  /** What stands before every path of it, however late it is said. */
  readonly prefixes: Value[]
  /** What runs before the handlers of routes that have the parameter. */
  readonly params: ParamFunction[]
  mounted: boolean
}

/** A registration and its place in the order in which code runs. */
export interface Event {
  readonly order: readonly number[]
  readonly steps: readonly Step[]
}

export interface Session {
  readonly project: Project
  readonly routers: Map<ts.Node, RouterRecord[]>
  readonly unresolved: Unresolved[]
}
