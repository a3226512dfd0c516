import type ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Server } from './server.js'

/** One action of a controller on one path. */
export interface Route {
  readonly method: Method
  readonly path: string
  /** Patterns of path parameters. */
  readonly patterns: Readonly<Record<string, string>>
  readonly controller: ts.ClassLikeDeclaration
  readonly handler: ts.MethodDeclaration
  /** What the path stands on: the handler, or the method of another class that it overrides. */
  readonly routed: ts.MethodDeclaration
  /** The decorator that makes it a route. */
  readonly decorator: ts.Node
  /** Whether everything is sent as JSON. */
  readonly json: boolean
  /** Whether class-transformer makes instances of what comes in, which alone are validated. */
  readonly makesInstances: boolean
  /** Whether class-transformer writes what goes out. */
  readonly writesPlain: boolean
  readonly server: Server
}
