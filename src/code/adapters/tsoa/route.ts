import type ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'

/** One method of a controller on its path. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly controller: ts.ClassLikeDeclaration
  readonly handler: ts.MethodDeclaration
  readonly decorator: ts.Node
}
