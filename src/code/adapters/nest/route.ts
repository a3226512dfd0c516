import type ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Application } from './application.js'

/** One method of a controller on one path. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly controller: ts.ClassLikeDeclaration
  readonly handler: ts.MethodDeclaration
  readonly application: Application
  /** Any text may stand in the place of its parameters, on any host. */
  readonly isLoose: boolean
}
