import type ts from 'typescript'
import type { Method } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Reference } from '../values/value.js'

/** A path as a template, and the patterns that its parameters must match. */
export interface Template {
  readonly path: string
  readonly patterns: Readonly<Record<string, string>>
}

/** What a framework's path syntax means: one template, or several where a part is optional; else why it is none. */
export type PathReading = { readonly templates: readonly Template[] } | { readonly unreadable: string }

/** Reads the path syntax of one framework. */
export type ReadPath = (pattern: string) => PathReading

/** An application or a router: where it is made is what it is. */
export interface Router {
  readonly at: Location
  /** It listens by itself, as opposed to waiting to be mounted. */
  readonly application: boolean
  /** What is registered on it, in order. */
  readonly steps: readonly Step[]
}

/** What one registration on a router does. */
export type Step = RouteStep | MiddlewareStep | MountStep

export interface RouteStep {
  readonly kind: 'route'
  readonly methods: readonly Method[]
  readonly paths: readonly Template[]
  readonly handlers: readonly Reference[]
  readonly at: Location
  readonly node: ts.Node
}

export interface MiddlewareStep {
  readonly kind: 'middleware'
  /** Empty prefix for what runs on every path. */
  readonly prefixes: readonly Template[]
  readonly function: Reference
  /** It is called with errors only. */
  readonly forErrors: boolean
  /** It runs on the very paths, not below them, and for requests of these methods. */
  readonly exactly?: readonly Method[]
}

export interface MountStep {
  readonly kind: 'mount'
  readonly prefixes: readonly Template[]
  readonly child: Router
  readonly at: Location
}
