import type { Dialect } from '../../model/contract.js'
import type { Gap } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'

const places = ['path', 'query', 'header', 'cookie'] as const

/** A parameter that could not be read may be of any place, and of the body too in 2.0. */
export function gapsOfParameter(dialect: Dialect, reason: string, at: Location): Gap[] {
  const abouts = dialect === 'swagger-2.0' ? ([...places, 'request'] as const) : places
  return abouts.map((about) => ({ about, reason, at }))
}
