import type { Endpoint } from '../../model/endpoint.js'

/** A documented endpoint and the code that serves it. */
export interface Couple {
  readonly spec: Endpoint
  readonly code: Endpoint
}

/** Who stands with whom, and who is left. */
export interface Matching {
  readonly matched: readonly Couple[]
  readonly undocumented: readonly Endpoint[]
  readonly unimplemented: readonly Endpoint[]
}

/** A constant path prefix that stands on one side only. */
export interface PrefixShift {
  readonly prefix: string
  /** The side whose paths carry the prefix. */
  readonly carrier: 'spec' | 'code'
  /** Whether the document names it (`servers`, `basePath`), or only the paths show it. */
  readonly known: boolean
}
