import type ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Exception } from './exception.js'

/** What one guard does to a request. */
export interface Guard {
  /**
   * `identity`: the client must show who it is; `other`: it asks for something else; `neutral`: it asks for nothing;
   * `unknown`: its code is not read.
   */
  readonly kind: 'identity' | 'other' | 'neutral' | 'unknown'
  /** It takes what it asks for from the body of the request. */
  readonly readsBody: boolean
  readonly scheme: string
  readonly exceptions: readonly Pick<Exception, 'status'>[]
  /** Metadata that lets every request pass where it is set, and metadata without which every request passes. */
  readonly opensWith: readonly unknown[]
  readonly closesWith: readonly unknown[]
  /** It reads metadata under a key that is not known: which routes it lets pass is not known either. */
  readonly unreadKey: boolean
  readonly reason: string
  /** Its code, where it is the project's. */
  readonly method?: ts.MethodDeclaration
  readonly at: Location
}
