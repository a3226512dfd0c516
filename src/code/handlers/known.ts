import type { Location } from '../../model/location.js'
import type { KnownMiddleware } from './dialect.js'
import type { Thrown } from './exchange.js'

/** The errors that a middleware of another package is known to throw. */
export function thrownBy(known: KnownMiddleware | null, at: Location): readonly Thrown[] {
  const library = { module: 'http-errors', name: 'HttpError' }
  return (known?.throws ?? []).map((status) => ({ error: null, library, status, at }))
}
