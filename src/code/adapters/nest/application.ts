import type ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import type { Value } from '../../values/value.js'

/** One controller class, where it is mounted. */
export interface Mounted {
  readonly node: ts.ClassLikeDeclaration
  /** The prefix of the router module around it; `''` where there is none. */
  readonly prefix: string
}

/** A middleware that may answer before a handler does. */
export interface Doubtful extends Unresolved {
  readonly mounts: readonly Mount[] | null
}

/** Where a middleware is mounted: on a controller, or on paths that hold these fixed segments, with one method or (null) any. */
export type Mount =
  | { readonly controller: ts.ClassLikeDeclaration }
  | { readonly lead: string; readonly method: string | null }

export interface Versioning {
  /** Whether versions stand in the path; header and media type versions do not. */
  readonly inPath: boolean
  /** The header that it stands in; null where it is not known where in the request it stands. */
  readonly header?: string | null
  readonly prefix: string
  readonly fallback: readonly string[]
}

/** A route that the global prefix does not reach. */
export interface Exclusion {
  readonly path: string
  readonly method: string | null
}

/** A function of the project that is mounted before handlers, at these places or (null) everywhere. */
export interface Taker {
  readonly mounts: readonly Mount[] | null
  readonly fn: Extract<Value, { kind: 'function' }>
}

/** What `main.ts` and the modules say of every route. */
export interface Application {
  readonly controllers: readonly Mounted[]
  readonly prefix: string
  readonly exclusions: readonly Exclusion[]
  readonly versioning: Versioning | null
  readonly pipes: readonly Value[]
  readonly guards: readonly Value[]
  readonly filters: readonly Value[]
  readonly interceptors: readonly Value[]
  /** Middleware whose code may answer, where it is mounted (null: everywhere), and why it is not known. */
  readonly middleware: readonly Doubtful[]
  readonly takers: readonly Taker[]
  readonly unresolved: readonly Unresolved[]
}
