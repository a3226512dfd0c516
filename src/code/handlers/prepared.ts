import type { Header } from '../../model/endpoint.js'
import type { Reference } from '../values/value.js'
import type { Statuses } from './exchange.js'

/** What an effect says of the answer to come; null where it says nothing of it. */
export interface Prepared {
  readonly status: Reference | number | Statuses | null
  readonly mediaType: string | null
  readonly headers: readonly Header[]
}
