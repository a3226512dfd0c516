import { overlap } from '../diff/statuses.js'
import type { Endpoint, Gap } from '../model/endpoint.js'
import type { ElementAddress } from '../model/finding.js'
import type { Observation } from '../model/rule.js'

/** Why a list of the endpoint may be longer than what was read of it. */
export function gapAbout(endpoint: Endpoint, about: Gap['about']): Gap | undefined {
  return endpoint.gaps.find((gap) => gap.about === about)
}

/** Why a status may be sent although nothing was seen to send it. */
export function hiding(endpoint: Endpoint, status: string): Gap | undefined {
  return endpoint.gaps.find((gap) => {
    return gap.about === 'status' && (gap.statuses?.some((hidden) => overlap(hidden, status)) ?? true)
  })
}

/** An element that could be neither confirmed nor contradicted. */
export function cannotTell(address: ElementAddress, reason: string): Observation {
  const { part, status, mediaType, pointer } = address
  return { cannotTell: true, part, status, mediaType, pointer, reason }
}
