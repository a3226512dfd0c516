import type { Endpoint } from '../../model/endpoint.js'
import type { Location, Unresolved } from '../../model/location.js'
import type { Project } from '../project.js'

/** What one framework's registrations in a project amount to. */
export interface Reading {
  readonly endpoints: readonly Endpoint[]
  readonly unresolved: readonly Unresolved[]
  /** Files that a tool has written from what was read here: other adapters would find the same routes in them again. */
  readonly generated?: readonly string[]
  /** Calls that register what was read here, whether or not the generated file is there: other adapters need not follow them. */
  readonly registering?: readonly Location[]
}

/** Knows how one framework registers routes and where its handlers take their input and give their answer. */
export interface Adapter {
  /** The npm packages that switch it on. */
  readonly packages: readonly string[]
  read(project: Project): Reading
}
