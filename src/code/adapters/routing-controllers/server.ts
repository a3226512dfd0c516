import type ts from 'typescript'
import type { Checks } from '../../validators/class-validator/checks.js'
import type { Value } from '../../values/value.js'

/** What one `createExpressServer`, `useExpressServer` or their like for Koa is told. */
export interface Server {
  /** The call that makes it or adds to it, and the application that it adds to. */
  readonly call: ts.CallExpression | null
  readonly application: Value | null
  readonly prefix: string
  readonly controllers: Chosen
  readonly middlewares: Chosen
  readonly interceptors: Chosen
  readonly koa: boolean
  /** Whether class-transformer makes instances of what comes in and plain objects of what goes out. */
  readonly transforms: boolean
  /** With which options it writes what goes out, where they are stated. */
  readonly writes: Value | null
  /** Whether class-validator runs where a parameter says nothing of it. */
  readonly validates: boolean
  /** How it runs. */
  readonly checks: Checks
  /** Whether the framework itself answers errors. */
  readonly answersErrors: boolean
  readonly nullStatus: number | null
  readonly undefinedStatus: number | null
  /** Whether a parameter that says nothing of it is required. */
  readonly paramsRequired: boolean
  readonly authorization: Value | null
  readonly currentUser: Value | null
}

/** The classes that an option lists: by name, by a pattern of files, or not to be told, which is all that are decorated. */
export type Chosen =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'listed'
      readonly classes: ReadonlySet<ts.ClassLikeDeclaration>
      readonly globs: readonly string[]
    }
